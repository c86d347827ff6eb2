package org.yiwang.launch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class MovingLineTests {
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  @Test
  void atATerminalOneLineMovesAndTheLastWordsStay() {
    tell(true);
    assertThat(said.toString(UTF_8)).isEqualTo("\r\033[K500\r\033[K1,000\nDone\n");
  }

  @Test
  void atAPipeEachStandsOnALineOfItsOwn() {
    tell(false);
    assertThat(said.toString(UTF_8).lines()).containsExactly("500", "1,000", "Done");
  }

  private void tell(boolean terminal) {
    PrintStream out = new PrintStream(said, true, UTF_8);
    MovingLine line = new MovingLine(out, terminal);
    line.show("500");
    line.show("1,000");
    line.end();
    out.print("Done\n");
  }
}
