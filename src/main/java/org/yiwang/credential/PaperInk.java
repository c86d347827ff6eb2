package org.yiwang.credential;

import com.google.zxing.common.BitMatrix;

/**
 * What a printed page is drawn with (画笔), in points from the lower left corner of an A4 page; one
 * for each kind of file.
 */
interface PaperInk {
  double WIDTH = 595.28;
  double HEIGHT = 841.89;
  double A_THOUSAND = 1000;

  /** The font that widths come from. */
  PaperFont font();

  /** A rectangle as far from every edge. */
  void box(CredentialType.Colour colour, double edge, double width);

  /** Words on one line, from their lower left corner on. */
  void words(String words, Place at, double size);

  /** The dark squares of a code; {@code at} is its upper left corner. */
  void code(BitMatrix matrix, Place at, double module);

  /** Where something stands, and whether it is only a label. */
  record Place(double x, double y, boolean label) {
    static Place of(double x, double y) {
      return new Place(x, y, false);
    }

    static Place label(double x, double y) {
      return new Place(x, y, true);
    }
  }

  /** How wide words are at a size, in points. */
  default double width(String words, double size) {
    return words.codePoints().mapToDouble(c -> font().glyph(c).advance()).sum() * size / A_THOUSAND;
  }

  /** Red, green and blue, each from 0 to 1. */
  static double[] shares(CredentialType.Colour colour) {
    return switch (colour) {
      case RED -> new double[] {0.72, 0.11, 0.11};
      case GREEN -> new double[] {0.08, 0.40, 0.22};
      case BLUE -> new double[] {0.08, 0.28, 0.55};
      case PLAIN -> new double[] {0.25, 0.25, 0.25};
    };
  }
}
