package org.yiwang.credential;

import java.awt.geom.PathIterator;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;

/**
 * The characters that a page uses, as fonts of the page's own (Type 3, ISO 32000-1 section 9.6.5):
 * an outline each, and which character it is, so that text can be searched and read aloud. PDFBox
 * cannot take a part of a font with PostScript outlines, and Debian's Chinese font is one; the
 * whole of it would be 16 MB a page.
 */
final class PaperLetters {
  private static final int A_FONT = 255;

  private final PaperFont source;
  private final Map<Integer, PaperFont.Glyph> glyphs = new LinkedHashMap<>();
  private final List<Integer> order = new ArrayList<>();

  PaperLetters(PaperFont source) {
    this.source = source;
  }

  private PaperFont.Glyph glyph(int character) {
    return glyphs.computeIfAbsent(
        character,
        c -> {
          order.add(c);
          return source.glyph(c);
        });
  }

  /** The operators that show words from a point on. */
  String show(String words, double x, double y, double size) {
    StringBuilder shown = new StringBuilder(String.format(Locale.ROOT, "BT %.2f %.2f Td ", x, y));
    words.codePoints().forEach(character -> show(shown, character, size));
    return shown.append("ET\n").toString();
  }

  private void show(StringBuilder shown, int character, double size) {
    glyph(character);
    int place = order.indexOf(character);
    shown.append(
        String.format(
            Locale.ROOT, "/F%d %.2f Tf <%02X> Tj ", place / A_FONT, size, place % A_FONT + 1));
  }

  /** All fonts, by the names that the operators use. */
  COSDictionary fonts() throws IOException {
    COSDictionary fonts = new COSDictionary();
    for (int first = 0; first < order.size(); first += A_FONT) {
      List<Integer> part = order.subList(first, Math.min(first + A_FONT, order.size()));
      fonts.setItem(COSName.getPDFName("F" + first / A_FONT), font(part));
    }
    return fonts;
  }

  private COSDictionary font(List<Integer> characters) throws IOException {
    COSDictionary outlines = new COSDictionary();
    COSArray widths = new COSArray();
    COSArray names = new COSArray();
    names.add(COSInteger.ONE);
    for (int character : characters) {
      COSName name = COSName.getPDFName(String.format(Locale.ROOT, "u%X", character));
      names.add(name);
      outlines.setItem(name, stream(outline(glyph(character))));
      widths.add(new COSFloat((float) glyph(character).advance()));
    }
    COSDictionary encoding = new COSDictionary();
    encoding.setItem(COSName.TYPE, COSName.ENCODING);
    encoding.setItem(COSName.DIFFERENCES, names);
    COSDictionary font = new COSDictionary();
    font.setItem(COSName.TYPE, COSName.FONT);
    font.setItem(COSName.SUBTYPE, COSName.TYPE3);
    font.setItem(COSName.FONT_BBOX, numbers(-500, -500, 2000, 1500));
    font.setItem(COSName.FONT_MATRIX, numbers(0.001f, 0, 0, 0.001f, 0, 0));
    font.setInt(COSName.FIRST_CHAR, 1);
    font.setInt(COSName.LAST_CHAR, characters.size());
    font.setItem(COSName.WIDTHS, widths);
    font.setItem(COSName.ENCODING, encoding);
    font.setItem(COSName.CHAR_PROCS, outlines);
    font.setItem(COSName.RESOURCES, new COSDictionary());
    font.setItem(COSName.TO_UNICODE, stream(meanings(characters)));
    return font;
  }

  private static String outline(PaperFont.Glyph glyph) {
    StringBuilder drawn = new StringBuilder();
    drawn.append(String.format(Locale.ROOT, "%.1f 0 -500 -500 2000 1500 d1\n", glyph.advance()));
    double[] p = new double[6];
    double x = 0;
    double y = 0;
    for (PathIterator at = glyph.outline().getPathIterator(null); !at.isDone(); at.next()) {
      int kind = at.currentSegment(p);
      drawn.append(segment(kind, p, x, y));
      int last = kind == PathIterator.SEG_CUBICTO ? 4 : kind == PathIterator.SEG_QUADTO ? 2 : 0;
      x = kind == PathIterator.SEG_CLOSE ? x : p[last];
      y = kind == PathIterator.SEG_CLOSE ? y : p[last + 1];
    }
    return drawn.append("f\n").toString();
  }

  /** PDF knows no quadratic curves: a cubic one that runs the same way. */
  private static String segment(int kind, double[] p, double x, double y) {
    return switch (kind) {
      case PathIterator.SEG_MOVETO -> String.format(Locale.ROOT, "%.1f %.1f m\n", p[0], p[1]);
      case PathIterator.SEG_LINETO -> String.format(Locale.ROOT, "%.1f %.1f l\n", p[0], p[1]);
      case PathIterator.SEG_QUADTO ->
          String.format(
              Locale.ROOT,
              "%.1f %.1f %.1f %.1f %.1f %.1f c\n",
              (x + 2 * p[0]) / 3,
              (y + 2 * p[1]) / 3,
              (p[2] + 2 * p[0]) / 3,
              (p[3] + 2 * p[1]) / 3,
              p[2],
              p[3]);
      case PathIterator.SEG_CUBICTO ->
          String.format(
              Locale.ROOT, "%.1f %.1f %.1f %.1f %.1f %.1f c\n", p[0], p[1], p[2], p[3], p[4], p[5]);
      default -> "h\n";
    };
  }

  private static String meanings(List<Integer> characters) {
    StringBuilder map =
        new StringBuilder(
            """
            /CIDInit /ProcSet findresource begin 12 dict begin begincmap
            /CMapName /Letters def /CMapType 2 def
            1 begincodespacerange <00> <FF> endcodespacerange
            """);
    for (int i = 0; i < characters.size(); i++) {
      map.append("1 beginbfchar <").append(String.format(Locale.ROOT, "%02X", i + 1)).append("> <");
      for (byte part : Character.toString(characters.get(i)).getBytes(StandardCharsets.UTF_16BE)) {
        map.append(String.format(Locale.ROOT, "%02X", part));
      }
      map.append("> endbfchar\n");
    }
    return map.append("endcmap end end\n").toString();
  }

  static COSStream stream(String words) throws IOException {
    COSStream stream = new COSStream();
    try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
      out.write(words.getBytes(StandardCharsets.US_ASCII));
    }
    return stream;
  }

  private static COSArray numbers(float... values) {
    COSArray numbers = new COSArray();
    for (float value : values) {
      numbers.add(new COSFloat(value));
    }
    return numbers;
  }
}
