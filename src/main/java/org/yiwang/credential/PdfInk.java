package org.yiwang.credential;

import com.google.zxing.common.BitMatrix;
import java.util.Locale;

/** Draws in the operators of PDF (ISO 32000-1). */
final class PdfInk implements PaperInk {
  private final PaperFont font;
  private final PaperLetters letters;
  private final StringBuilder drawn = new StringBuilder();

  PdfInk(PaperFont font) {
    this.font = font;
    this.letters = new PaperLetters(font);
  }

  @Override
  public PaperFont font() {
    return font;
  }

  String drawn() {
    return drawn.toString();
  }

  PaperLetters letters() {
    return letters;
  }

  @Override
  public void box(CredentialType.Colour colour, double edge, double width) {
    double[] shares = PaperInk.shares(colour);
    add("%.2f %.2f %.2f RG\n", shares[0], shares[1], shares[2]);
    add(
        "%.2f w %.2f %.2f %.2f %.2f re S\n",
        width, edge, edge, WIDTH - 2 * edge, HEIGHT - 2 * edge);
  }

  @Override
  public void words(String words, Place at, double size) {
    drawn.append(at.label() ? "0.35 g\n" : "0 g\n");
    drawn.append(letters.show(words, at.x(), at.y(), size));
  }

  @Override
  public void code(BitMatrix matrix, Place at, double module) {
    drawn.append("0 g\n");
    for (int row = 0; row < matrix.getHeight(); row++) {
      for (int x = 0; x < matrix.getWidth(); x++) {
        if (matrix.get(x, row)) {
          double down = at.y() - (row + 1) * module;
          add("%.3f %.3f %.3f %.3f re\n", at.x() + x * module, down, module, module);
        }
      }
    }
    drawn.append("f\n");
  }

  private void add(String form, Object... numbers) {
    drawn.append(String.format(Locale.ROOT, form, numbers));
  }
}
