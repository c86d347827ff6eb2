package org.yiwang.credential;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import javax.imageio.ImageIO;
import org.yiwang.page.QrCode;

/** Shows a token to somebody who checks: as text, as a picture of a code, or on a sealed page. */
record ShowCard(PaperFont font, CardToVerify card) {
  /** How something is shown to the one who checks. */
  enum Way {
    TEXT,
    PICTURE,
    PDF,
    OFD;

    /** A file is not opened unless a key that its issuer published has signed it. */
    Finding paper(Finding ofToken) {
      return this == PDF || this == OFD ? Finding.NOT_MATCHING : ofToken;
    }
  }

  byte[] shown(Way way, String shown) throws IOException {
    if (way == Way.PICTURE) {
      return picture(shown);
    }
    assumeTrue(font.present(), "No Chinese font on this machine: not tried");
    String kid = String.valueOf(Jws.parse(SdJwt.parse(shown).issuerJwt()).header().get("kid"));
    SigningKey own = card.own();
    SigningKey by = kid.equals(own.id()) ? own : card.stranger().key;
    boolean pdf = way == Way.PDF;
    byte[] page = pdf ? pdf(shown) : ofd(shown);
    SealPaper.Signed signature = SealPaper.signed(page, shown, by, Instant.now());
    return pdf ? SealPaper.pdf(page, signature) : SealPaper.ofd(page, signature);
  }

  private byte[] pdf(String inside) throws IOException {
    PdfInk ink = new PdfInk(font);
    ink.words("借书证", PaperInk.Place.of(100, 700), 30);
    return PdfPaper.file(ink, "借书证", inside);
  }

  private byte[] ofd(String inside) throws IOException {
    OfdInk ink = new OfdInk(font);
    ink.words("借书证", PaperInk.Place.of(100, 700), 30);
    return OfdPaper.file(ink, new OfdPaper.About("借书证", Forge.NOW, inside));
  }

  static byte[] picture(String letters) throws IOException {
    var matrix = QrCode.matrix(letters);
    int size = matrix.getWidth() * 4;
    BufferedImage picture = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        picture.setRGB(x, y, matrix.get(x / 4, y / 4) ? 0 : 0xffffff);
      }
    }
    return png(picture);
  }

  static byte[] png(BufferedImage picture) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(picture, "png", bytes);
    return bytes.toByteArray();
  }
}
