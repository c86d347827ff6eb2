package org.yiwang.credential;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.stereotype.Component;
import org.yiwang.pack.Text;
import org.yiwang.page.Refusal;
import org.yiwang.page.RefusedException;

/**
 * A credential as a page to print (证照打印件), as PDF or as OFD (GB/T 33190). The file carries the
 * credential too, and at its end the issuer's signature over every byte before.
 */
@Component
class PrintCredential {
  private static final Text NO_FONT =
      Text.of(
          "这台服务器没有中文字体，暂时不能生成打印件。",
          "This server has no Chinese font, so it cannot make a page to print.");
  private static final Text ASK = Text.of("请改用网页上的证照，或告诉我们。", "Use the page instead, and tell us.");

  private final PaperFont font;
  private final CredentialStore store;
  private final DrawPaper draw;
  private final SealPaper seal;

  PrintCredential(PaperFont font, CredentialStore store, DrawPaper draw, SealPaper seal) {
    this.font = font;
    this.store = store;
    this.draw = draw;
    this.seal = seal;
  }

  byte[] pdf(Credential of) {
    String token = token(of);
    PdfInk ink = new PdfInk(font);
    draw.draw(of, token, ink);
    try {
      return seal.pdf(PdfPaper.file(ink, title(of), token), token);
    } catch (IOException e) {
      throw new UncheckedIOException("The page could not be made", e);
    }
  }

  byte[] ofd(Credential of) {
    String token = token(of);
    OfdInk ink = new OfdInk(font);
    draw.draw(of, token, ink);
    try {
      return seal.ofd(OfdPaper.file(ink, new OfdPaper.About(title(of), of.issued(), token)), token);
    } catch (IOException e) {
      throw new UncheckedIOException("The page could not be made", e);
    }
  }

  private static String title(Credential of) {
    return of.name().zh() + " " + of.number();
  }

  private String token(Credential of) {
    if (!font.present()) {
      throw new RefusedException(Refusal.of(Refusal.Kind.UNAVAILABLE, "no-font", NO_FONT, ASK));
    }
    return store.find(of.id()).orElseThrow().token();
  }
}
