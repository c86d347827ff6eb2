package org.yiwang.credential;

import com.google.zxing.common.BitMatrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One A4 page being drawn, from top to bottom, in points. */
final class PaperSheet {
  static final double WIDTH = 595.28;
  static final double HEIGHT = 841.89;
  private static final double EDGE = 64;
  private static final double LABELS = 120;

  private final PaperLetters letters;
  private final StringBuilder drawn = new StringBuilder();
  private double y = HEIGHT - 110;

  PaperSheet(PaperLetters letters) {
    this.letters = letters;
  }

  String drawn() {
    return drawn.toString();
  }

  void frame(CredentialType.Colour colour) {
    drawn.append(
        switch (colour) {
          case RED -> "0.72 0.11 0.11 RG\n";
          case GREEN -> "0.08 0.40 0.22 RG\n";
          case BLUE -> "0.08 0.28 0.55 RG\n";
          case PLAIN -> "0.25 0.25 0.25 RG\n";
        });
    box(36, 3);
    box(42, 0.7);
  }

  private void box(double edge, double width) {
    drawn.append(
        String.format(
            Locale.ROOT,
            "%.2f w %.2f %.2f %.2f %.2f re S\n",
            width,
            edge,
            edge,
            WIDTH - 2 * edge,
            HEIGHT - 2 * edge));
  }

  void centred(String words, double size) {
    for (String line : wrapped(words, size, WIDTH - 2 * EDGE)) {
      drawn.append(letters.show(line, (WIDTH - letters.width(line, size)) / 2, y, size));
      y -= size * 1.5;
    }
  }

  void gap(double points) {
    y -= points;
  }

  /** A label and what it says, over several lines where it is long. */
  void row(String label, String under, String value) {
    double left = EDGE + LABELS;
    List<String> lines = wrapped(value, 13, WIDTH - EDGE - left);
    drawn.append("0.35 g\n").append(letters.show(label, EDGE, y, 11));
    drawn.append(letters.show(under, EDGE, y - 11, 7.5)).append("0 g\n");
    for (String line : lines) {
      drawn.append(letters.show(line, left, y, 13));
      y -= 17;
    }
    y -= 12;
  }

  /** In the lower right corner. */
  void code(BitMatrix matrix, double size) {
    double module = size / matrix.getWidth();
    double left = WIDTH - EDGE - size + 8;
    double top = EDGE + size;
    for (int row = 0; row < matrix.getHeight(); row++) {
      for (int x = 0; x < matrix.getWidth(); x++) {
        if (matrix.get(x, row)) {
          drawn.append(
              String.format(
                  Locale.ROOT,
                  "%.3f %.3f %.3f %.3f re\n",
                  left + x * module,
                  top - (row + 1) * module,
                  module,
                  module));
        }
      }
    }
    drawn.append("f\n");
  }

  /** In the lower left corner, beside the code. */
  void foot(List<String> words, double width) {
    double at = EDGE + 14.0 * words.size() + 30;
    for (String paragraph : words) {
      for (String line : wrapped(paragraph, 9, width)) {
        drawn.append(letters.show(line, EDGE, at, 9));
        at -= 13;
      }
    }
  }

  /** Between any two characters, but not inside a Latin word where it can be helped. */
  private List<String> wrapped(String words, double size, double width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String part : words.split("(?<=[\\s\\u2e80-\\uffff])|(?=[\\u2e80-\\uffff])")) {
      if (letters.width(line + part, size) > width && !line.isEmpty()) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(part);
    }
    lines.add(line.toString());
    return lines;
  }
}
