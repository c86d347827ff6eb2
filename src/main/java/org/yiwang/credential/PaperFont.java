package org.yiwang.credential;

import java.awt.geom.GeneralPath;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.fontbox.cff.CFFCIDFont;
import org.apache.fontbox.cff.CFFFont;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.OpenTypeFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeCollection;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The outlines of Chinese characters for printed pages (字体), from a font of this machine: the
 * setting {@code yiwang.credential.font}, or what Debian's fonts-noto-cjk or fonts-wqy-zenhei
 * install, or macOS brings. Opened at the first page and kept.
 */
@Component
class PaperFont {
  private static final List<String> USUAL =
      List.of(
          "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",
          "/usr/share/fonts/noto-cjk/NotoSansCJK-Regular.ttc",
          "/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc",
          "/System/Library/Fonts/STHeiti Light.ttc");

  private final String given;
  private @Nullable TrueTypeFont font;

  PaperFont(@Value("${yiwang.credential.font:}") String given) {
    this.given = given;
  }

  /** One character: its outline and how far it moves on, in thousandths of the font's size. */
  record Glyph(GeneralPath outline, double advance) {}

  boolean present() {
    return file().isPresent();
  }

  private Optional<File> file() {
    List<String> tried = given.isBlank() ? USUAL : List.of(given);
    return tried.stream().map(File::new).filter(File::canRead).findFirst();
  }

  /** One page at a time: the font's reader keeps a position. */
  synchronized Glyph glyph(int character) {
    try {
      TrueTypeFont open = open();
      CmapLookup map = open.getUnicodeCmapLookup();
      int id = map.getGlyphId(character);
      double scale = 1000.0 / open.getUnitsPerEm();
      GeneralPath outline = new GeneralPath(outline(open, id));
      outline.transform(java.awt.geom.AffineTransform.getScaleInstance(scale, scale));
      return new Glyph(outline, open.getAdvanceWidth(id) * scale);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("The font cannot be read", e);
    }
  }

  private static GeneralPath outline(TrueTypeFont font, int id) throws IOException {
    if (font instanceof OpenTypeFont open && open.isPostScript()) {
      CFFFont cff = open.getCFF().getFont();
      int cid = cff instanceof CFFCIDFont ? cff.getCharset().getCIDForGID(id) : id;
      return cff.getType2CharString(cid).getPath();
    }
    var glyph = font.getGlyph().getGlyph(id);
    return glyph == null ? new GeneralPath() : glyph.getPath();
  }

  private TrueTypeFont open() throws IOException {
    TrueTypeFont known = font;
    if (known == null) {
      known = read(file().orElseThrow(() -> new IOException("no font")));
      font = known;
    }
    return known;
  }

  private static TrueTypeFont read(File file) throws IOException {
    if (!file.getName().endsWith(".ttc")) {
      return new TTFParser().parse(new RandomAccessReadBufferedFile(file));
    }
    TrueTypeFont[] chosen = new TrueTypeFont[1];
    // The collection stays open as long as its fonts are used: as long as the program runs.
    new TrueTypeCollection(file)
        .processAllFonts(
            one -> {
              if (chosen[0] == null || one.getName().startsWith("NotoSansCJKsc")) {
                chosen[0] = one;
              }
            });
    return chosen[0];
  }
}
