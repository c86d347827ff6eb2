package org.yiwang.credential;

import com.google.zxing.common.BitMatrix;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Draws in the page objects of OFD (GB/T 33190 section 9.2): letters as outlines, so that a page
 * looks the same where its fonts are missing, and over them the words themselves, unseen, so that
 * they can be searched and copied. Millimetres from the upper left corner.
 */
final class OfdInk implements PaperInk {
  static final int FONT = 3;
  static final double MM = 25.4 / 72;
  private static final int FIRST = 10;

  private final PaperFont font;
  private final StringBuilder drawn = new StringBuilder();
  private int id = FIRST;

  OfdInk(PaperFont font) {
    this.font = font;
  }

  @Override
  public PaperFont font() {
    return font;
  }

  String drawn() {
    return drawn.toString();
  }

  /** The highest id given to an object of the page. */
  int last() {
    return id;
  }

  @Override
  public void box(CredentialType.Colour colour, double edge, double width) {
    double[] shares = PaperInk.shares(colour);
    String value = "%d %d %d".formatted(byteOf(shares[0]), byteOf(shares[1]), byteOf(shares[2]));
    double left = edge * MM;
    double right = (WIDTH - edge) * MM;
    double low = (HEIGHT - edge) * MM;
    add(
        "<ofd:PathObject ID=\"%d\" Boundary=\"0 0 %.2f %.2f\" LineWidth=\"%.3f\" Stroke=\"true\" Fill=\"false\">",
        ++id, WIDTH * MM, HEIGHT * MM, width * MM);
    drawn.append("<ofd:StrokeColor Value=\"").append(value).append("\"/><ofd:AbbreviatedData>");
    add("M %.2f %.2f L %.2f %.2f ", left, left, right, left);
    add("L %.2f %.2f L %.2f %.2f C", right, low, left, low);
    drawn.append("</ofd:AbbreviatedData></ofd:PathObject>\n");
  }

  private static long byteOf(double share) {
    return Math.round(share * 255);
  }

  @Override
  public void words(String words, Place at, double size) {
    double wide = width(words, size) * MM;
    double high = size * MM;
    open("PathObject", at, wide, high * 1.5, high);
    drawn.append(" Stroke=\"false\" Fill=\"true\"><ofd:FillColor Value=\"");
    drawn.append(at.label() ? "89 89 89" : "0 0 0").append("\"/><ofd:AbbreviatedData>");
    outlines(words, high);
    drawn.append("</ofd:AbbreviatedData></ofd:PathObject>\n");
    open("TextObject", at, wide, high * 1.5, high);
    add(" Alpha=\"0\" Font=\"%d\" Size=\"%.3f\">", FONT, high);
    add("<ofd:TextCode X=\"0\" Y=\"%.3f\"%s>", high, advances(words, high));
    drawn.append(escaped(words)).append("</ofd:TextCode></ofd:TextObject>\n");
  }

  /** The boundary begins one size above the line that letters stand on. */
  private void open(String kind, Place at, double wide, double tall, double high) {
    double top = (HEIGHT - at.y()) * MM - high;
    add(
        "<ofd:%s ID=\"%d\" Boundary=\"%.3f %.3f %.3f %.3f\"",
        kind, ++id, at.x() * MM, top, Math.max(wide, high), tall);
  }

  private String advances(String words, double high) {
    int[] all = words.codePoints().toArray();
    if (all.length < 2) {
      return "";
    }
    return java.util.Arrays.stream(all, 0, all.length - 1)
        .mapToObj(c -> String.format(Locale.ROOT, "%.3f", advance(c, high)))
        .collect(Collectors.joining(" ", " DeltaX=\"", "\""));
  }

  private double advance(int character, double high) {
    return font.glyph(character).advance() * high / A_THOUSAND;
  }

  private void outlines(String words, double high) {
    double x = 0;
    for (int character : words.codePoints().toArray()) {
      AffineTransform place = new AffineTransform(1, 0, 0, -1, x, high);
      place.scale(high / A_THOUSAND, high / A_THOUSAND);
      double[] p = new double[6];
      PathIterator at = font.glyph(character).outline().getPathIterator(place);
      for (; !at.isDone(); at.next()) {
        segment(at.currentSegment(p), p);
      }
      x += advance(character, high);
    }
  }

  private void segment(int kind, double[] p) {
    switch (kind) {
      case PathIterator.SEG_MOVETO -> add("M %.3f %.3f ", p[0], p[1]);
      case PathIterator.SEG_LINETO -> add("L %.3f %.3f ", p[0], p[1]);
      case PathIterator.SEG_QUADTO -> add("Q %.3f %.3f %.3f %.3f ", p[0], p[1], p[2], p[3]);
      case PathIterator.SEG_CUBICTO ->
          add("B %.3f %.3f %.3f %.3f %.3f %.3f ", p[0], p[1], p[2], p[3], p[4], p[5]);
      default -> drawn.append("C ");
    }
  }

  @Override
  public void code(BitMatrix matrix, Place at, double module) {
    double side = module * MM;
    add(
        "<ofd:PathObject ID=\"%d\" Boundary=\"%.3f %.3f %.3f %.3f\" Stroke=\"false\" Fill=\"true\">",
        ++id,
        at.x() * MM,
        (HEIGHT - at.y()) * MM,
        matrix.getWidth() * side,
        matrix.getHeight() * side);
    drawn.append("<ofd:FillColor Value=\"0 0 0\"/><ofd:AbbreviatedData>");
    for (int row = 0; row < matrix.getHeight(); row++) {
      for (int x = 0; x < matrix.getWidth(); x++) {
        if (matrix.get(x, row)) {
          square(x * side, row * side, side);
        }
      }
    }
    drawn.append("</ofd:AbbreviatedData></ofd:PathObject>\n");
  }

  private void square(double x, double y, double side) {
    add("M %.3f %.3f L %.3f %.3f ", x, y, x + side, y);
    add("L %.3f %.3f L %.3f %.3f C ", x + side, y + side, x, y + side);
  }

  static String escaped(String words) {
    return words
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private void add(String form, Object... parts) {
    drawn.append(String.format(Locale.ROOT, form, parts));
  }
}
