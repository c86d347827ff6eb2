package org.yiwang.credential;

import com.google.zxing.common.BitMatrix;
import java.util.ArrayList;
import java.util.List;
import org.yiwang.credential.PaperInk.Place;

/** One A4 page being drawn, from top to bottom, in points. */
final class PaperSheet {
  private static final double EDGE = 64;
  private static final double LABELS = 120;

  private final PaperInk ink;
  private double y = PaperInk.HEIGHT - 110;

  PaperSheet(PaperInk ink) {
    this.ink = ink;
  }

  void frame(CredentialType.Colour colour) {
    ink.box(colour, 36, 3);
    ink.box(colour, 42, 0.7);
  }

  void centred(String words, double size) {
    for (String line : wrapped(words, size, PaperInk.WIDTH - 2 * EDGE)) {
      ink.words(line, Place.of((PaperInk.WIDTH - ink.width(line, size)) / 2, y), size);
      y -= size * 1.5;
    }
  }

  void gap(double points) {
    y -= points;
  }

  /** A label and what it says, over several lines where it is long. */
  void row(String label, String under, String value) {
    double left = EDGE + LABELS;
    List<String> lines = wrapped(value, 13, PaperInk.WIDTH - EDGE - left);
    ink.words(label, Place.label(EDGE, y), 11);
    ink.words(under, Place.label(EDGE, y - 11), 7.5);
    for (String line : lines) {
      ink.words(line, Place.of(left, y), 13);
      y -= 17;
    }
    y -= 12;
  }

  /** In the lower right corner. */
  void code(BitMatrix matrix, double size) {
    double left = PaperInk.WIDTH - EDGE - size + 8;
    ink.code(matrix, Place.of(left, EDGE + size), size / matrix.getWidth());
  }

  /** In the lower left corner, beside the code. */
  void foot(List<String> words, double width) {
    double at = EDGE + 14.0 * words.size() + 30;
    for (String paragraph : words) {
      for (String line : wrapped(paragraph, 9, width)) {
        ink.words(line, Place.of(EDGE, at), 9);
        at -= 13;
      }
    }
  }

  /** Between any two characters, but not inside a Latin word where it can be helped. */
  private List<String> wrapped(String words, double size, double width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String part : words.split("(?<=[\\s\\u2e80-\\uffff])|(?=[\\u2e80-\\uffff])")) {
      if (ink.width(line + part, size) > width && !line.isEmpty()) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(part);
    }
    lines.add(line.toString());
    return lines;
  }
}
