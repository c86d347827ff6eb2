package org.yiwang.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ShippedPacksTests {
  @Test
  void the_packs_that_ship_have_no_problems() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    int problems = Packs.check(Packs.listFolders(Path.of("packs")), out);

    assertThat(problems).as(bytes.toString(StandardCharsets.UTF_8)).isZero();
  }
}
