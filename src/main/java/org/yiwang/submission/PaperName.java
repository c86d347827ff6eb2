package org.yiwang.submission;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an uploaded paper is called (材料文件名): the uploader's words without anything that is not seen,
 * and an ending that says what the file is, whatever the uploader called it.
 */
final class PaperName {
  private static final int LONGEST = 120;
  private static final Map<String, String> ENDINGS =
      Map.of("application/pdf", ".pdf", "image/jpeg", ".jpg", "image/png", ".png");

  private PaperName() {}

  /**
   * @param sent by the browser; may be anything
   * @param type of the file, by its first bytes
   */
  static String of(@Nullable String sent, String type) {
    String ending = ENDINGS.getOrDefault(type, ".bin");
    String seen = sent == null ? "" : sent.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", "");
    String plain = trimmed(seen.replaceAll("[/\\\\\"<>:|?*]", "_"));
    String bare = plain.replaceFirst("\\.(?=\\w{1,5}$)[0-9]*[A-Za-z]\\w*$", "");
    String stem = trimmed(cut(trimmed(bare), LONGEST - ending.length()));
    return (stem.isEmpty() ? "file" : stem) + ending;
  }

  private static String trimmed(String name) {
    return name.replaceAll("^[.\\s\\p{Z}]+|[.\\s\\p{Z}]+$", "");
  }

  /** By whole characters: half of one would be none. */
  private static String cut(String stem, int most) {
    return stem.codePointCount(0, stem.length()) <= most
        ? stem
        : stem.substring(0, stem.offsetByCodePoints(0, most));
  }
}
