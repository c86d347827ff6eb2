package org.yiwang.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yiwang.casework.OwnLine.Whose;

/** What waits for the reader stands first on their first page, and what is over not at all. */
class OwnLineTests {
  private static OwnLine line(String name, Whose turn, int second) {
    return new OwnLine(name, "/x", "", null, turn, Instant.ofEpochSecond(second));
  }

  @Test
  void whatWaitsForTheReaderStandsFirstThenTheNewest() {
    OwnLine over = line("over", Whose.NOBODYS, 9);
    OwnLine running = line("running", Whose.OTHERS, 8);
    OwnLine older = line("older", Whose.OTHERS, 2);
    OwnLine refused = line("refused", Whose.YOURS_IF_YOU_LIKE, 3);
    OwnLine asked = line("asked", Whose.YOURS, 1);
    assertThat(
            Stream.of(older, over, running, refused, asked)
                .filter(OwnLine::going)
                .sorted(OwnLine.PRESSING))
        .containsExactly(asked, refused, running, older);
  }
}
