package org.yiwang.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Under its uploader's name a paper is kept and fetched, but never as what it is not. */
class PaperNameTests {
  private static final String PDF = "application/pdf";
  private static final String JPEG = "image/jpeg";

  @Test
  void theEndingSaysWhatTheFileIs() {
    assertThat(PaperName.of("x.html\u202Egpj.exe", JPEG)).isEqualTo("x.htmlgpj.jpg");
    assertThat(PaperName.of("x.pdf.exe", PDF)).isEqualTo("x.pdf.pdf");
    assertThat(PaperName.of("x.exe. .", PDF)).isEqualTo("x.pdf");
    assertThat(PaperName.of("IMG_1.JPEG", JPEG)).isEqualTo("IMG_1.jpg");
    assertThat(PaperName.of("收据", "image/png")).isEqualTo("收据.png");
    assertThat(PaperName.of("合同 v1.2", PDF)).isEqualTo("合同 v1.2.pdf");
  }

  @Test
  void whatIsNotSeenAndWhatIsAPathIsNotKept() {
    assertThat(PaperName.of("a\u200Bb\u2028c\u0000d\r\n\uFEFF\uD83D.pdf", PDF))
        .isEqualTo("abcd.pdf");
    assertThat(PaperName.of("../../etc/passwd", PDF)).isEqualTo("_.._etc_passwd.pdf");
    assertThat(PaperName.of("C:\\a\"b?.png", "image/png")).isEqualTo("C__a_b_.png");
    assertThat(PaperName.of(null, PDF)).isEqualTo("file.pdf");
    for (String nothing : List.of("", " ", ".", "\u202E", "\u3000")) {
      assertThat(PaperName.of(nothing, PDF)).isEqualTo("file.pdf");
    }
  }

  @Test
  void aLongNameIsCutBetweenCharacters() {
    String named = PaperName.of("a" + "\uD83D\uDE00".repeat(200) + ".pdf", PDF);
    assertThat(named).endsWith("\uD83D\uDE00.pdf");
    assertThat(named.codePointCount(0, named.length())).isEqualTo(120);
  }

  @Property(tries = 500)
  void anyNameAtAllEndsAsItsTypeSays(@ForAll String sent) {
    String named = PaperName.of(sent, JPEG);
    assertThat(named).endsWith(".jpg").doesNotContainPattern("[\\p{C}/\\\\\"<>:|?*]");
    assertThat(PaperName.of(named, JPEG)).isEqualTo(named);
  }
}
