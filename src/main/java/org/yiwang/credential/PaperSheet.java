package org.yiwang.credential;

import com.google.zxing.common.BitMatrix;
import java.util.ArrayList;
import java.util.List;
import org.yiwang.credential.PaperInk.Place;

/** One A4 page being drawn, from top to bottom, in points. */
final class PaperSheet {
  private static final double EDGE = 64;
  private static final double LABELS = 128;
  private static final double SMALLEST = 0.55;

  private final PaperInk ink;
  private double y = PaperInk.HEIGHT - 100;

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

  /**
   * One line of what is certified: its name in both languages, and what it says.
   *
   * @param under the name in English
   */
  record Row(String label, String under, String value) {}

  /**
   * All rows above the code in the corner; where they are too many they are set smaller, down to
   * about half, and what is left runs beside the code.
   */
  void rows(List<Row> rows, double codeSize) {
    double lowest = EDGE + codeSize + 20;
    double scale = 1;
    while (scale > SMALLEST && y - height(rows, scale) < lowest) {
      scale -= 0.02;
    }
    for (Row row : rows) {
      double right = y - height(row, scale, PaperInk.WIDTH - EDGE) < lowest ? codeSize + 8 : 0;
      draw(row, scale, PaperInk.WIDTH - EDGE - right);
    }
  }

  private double height(List<Row> rows, double scale) {
    return rows.stream().mapToDouble(row -> height(row, scale, PaperInk.WIDTH - EDGE)).sum();
  }

  private double height(Row row, double scale, double right) {
    int lines = values(row, scale, right).size();
    double names =
        13 * names(row.label(), 11 * scale).size() + 9 * names(row.under(), 7.5 * scale).size();
    return (Math.max(17 * lines, names) + 6) * scale;
  }

  private void draw(Row row, double scale, double right) {
    double top = y;
    y -= height(row, scale, right);
    double at = top;
    for (String line : names(row.label(), 11 * scale)) {
      ink.words(line, Place.label(EDGE, at), 11 * scale);
      at -= 13 * scale;
    }
    at += 2 * scale;
    for (String line : names(row.under(), 7.5 * scale)) {
      ink.words(line, Place.label(EDGE, at), 7.5 * scale);
      at -= 9 * scale;
    }
    at = top;
    for (String line : values(row, scale, right)) {
      ink.words(line, Place.of(EDGE + LABELS, at), 13 * scale);
      at -= 17 * scale;
    }
  }

  private List<String> values(Row row, double scale, double right) {
    return wrapped(row.value(), 13 * scale, right - EDGE - LABELS);
  }

  private List<String> names(String words, double size) {
    return wrapped(words, size, LABELS - 6);
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
    for (String part : parts(words, size, width)) {
      if (ink.width(line + part, size) > width && !line.isEmpty()) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(part);
    }
    lines.add(line.toString());
    return lines;
  }

  /** What stays together: a Latin word, if it fits on a line at all. */
  private List<String> parts(String words, double size, double width) {
    List<String> parts = new ArrayList<>();
    for (String part : words.split("(?<=[\\s\\u2e80-\\uffff])|(?=[\\u2e80-\\uffff])")) {
      if (ink.width(part, size) <= width) {
        parts.add(part);
      } else {
        part.codePoints().mapToObj(Character::toString).forEach(parts::add);
      }
    }
    return parts;
  }
}
