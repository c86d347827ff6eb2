package org.yiwang.page;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class PlainWordsTests {
  @Test
  void keepsWordsLinesEmojiAndOtherScripts() {
    assertThat(PlainWords.lines("  井盖没了！\r\n\r\n\r\n\r\n在门口 👨‍👩‍👧 \t\n"))
        .isEqualTo("井盖没了！\n\n在门口 👨‍👩‍👧");
    assertThat(PlainWords.line(" 彰武路\n 100\t号 ")).isEqualTo("彰武路 100 号");
    assertThat(PlainWords.lines(null)).isEmpty();
  }

  @Test
  void takesOutWhatIsNotToBeSeen() {
    assertThat(PlainWords.lines("a\u0000b\u0007\u202Ec\uFEFFd\u001B[31me")).isEqualTo("abcd[31me");
    assertThat(PlainWords.lines("\uD83D half")).isEqualTo("half");
  }

  @Test
  void leavesMarkupAsItWasTyped() {
    assertThat(PlainWords.lines("<script>alert('x')</script>'; drop table casework_case;--"))
        .isEqualTo("<script>alert('x')</script>'; drop table casework_case;--");
  }

  @Property(tries = 500)
  void tidyingTwiceChangesNothingMore(@ForAll @StringLength(max = 60) String typed) {
    String once = PlainWords.lines(typed);
    assertThat(PlainWords.lines(once)).isEqualTo(once);
    String line = PlainWords.line(typed);
    assertThat(PlainWords.line(line)).isEqualTo(line);
  }

  @Property(tries = 500)
  void nothingInvisibleIsLeft(@ForAll @StringLength(max = 60) String typed) {
    assertThat(
            PlainWords.lines(typed)
                .codePoints()
                .filter(c -> c != '\n' && c != '\t' && Character.isISOControl(c)))
        .isEmpty();
    assertThat(PlainWords.line(typed)).doesNotContain("\n");
  }
}
