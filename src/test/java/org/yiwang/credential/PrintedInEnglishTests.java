package org.yiwang.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.yiwang.ProgramTest;
import org.yiwang.party.Parties;

/** On the printed page what was chosen from several answers stands in both languages. */
@ProgramTest
@TestPropertySource(properties = {"yiwang.demo=true", "yiwang.demo-cases=0"})
class PrintedInEnglishTests {
  @Autowired private PrintCredential print;
  @Autowired private PaperFont font;
  @Autowired private Parties parties;
  @Autowired private Credentials credentials;

  @Test
  void theChineseThatIsSignedComesFirstAndTheEnglishBehindIt() throws IOException {
    assumeTrue(font.present(), "No Chinese font on this machine: not tried");
    UUID firm = parties.findDemoFirm("xiangkou").orElseThrow();
    Credential licence = credentials.usable(firm, "business-licence").getFirst();
    try (PDDocument read = Loader.loadPDF(print.pdf(licence))) {
      assertThat(new PDFTextStripper().getText(read))
          .containsPattern("有限责任公司\\s+Limited liability company");
    }
  }
}
