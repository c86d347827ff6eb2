package org.yiwang.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every pack in packs/_broken prints exactly what its expected.txt says. */
class BrokenPacksTests {
  private static final Path FOLDER = Path.of("packs/_broken");

  @TestFactory
  List<DynamicTest> a_broken_pack_gets_exactly_the_expected_lines() throws IOException {
    PackParts parts = PackParts.find();
    try (Stream<Path> packs = Files.list(FOLDER)) {
      return packs
          .filter(Files::isDirectory)
          .sorted()
          .map(pack -> DynamicTest.dynamicTest(pack.toString(), () -> check(pack, parts)))
          .toList();
    }
  }

  private static void check(Path pack, PackParts parts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    int problems = new CheckReport(parts, out).check(List.of(pack));

    assertThat(bytes.toString(StandardCharsets.UTF_8))
        .isEqualTo(Files.readString(pack.resolve("expected.txt")));
    assertThat(problems).isPositive();
  }
}
