package org.yiwang.credential;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A printed credential as a file, its end taken off (打印件): the bytes that were signed, and the
 * signature over them. What is in it is read only by {@link #token}.
 */
record PaperFile(byte[] whole, byte[] signed, String signature) {
  private static final int LONGEST_END = 2_000;

  /** Where something stands behind the signature, nothing is signed. */
  private static final String NOTHING = "";

  /** The file; empty if nobody has signed it, as when it was saved anew. */
  static Optional<PaperFile> read(byte[] file) {
    if (PdfPaper.looksLike(file)) {
      return Optional.ofNullable(pdf(file));
    }
    return OfdPaper.looksLike(file) ? Optional.ofNullable(ofd(file)) : Optional.empty();
  }

  /** The credential in it: to be asked for only when the signature is known to be good. */
  Optional<String> token() {
    return PdfPaper.looksLike(whole) ? PdfPaper.token(whole) : OfdPaper.token(whole);
  }

  /** Whether what was said is about just these bytes. */
  boolean covered(Jws said) {
    return SealPaper.TYPE.equals(said.header().get("typ"))
        && Letters.encode(Letters.sha256(signed)).equals(said.word("file"));
  }

  static boolean looksLikeOne(byte[] file) {
    return PdfPaper.looksLike(file) || OfdPaper.looksLike(file);
  }

  private static @Nullable PaperFile pdf(byte[] file) {
    int at = lastMark(file, SealPaper.PDF_MARK);
    return at < 0
        ? null
        : new PaperFile(file, Arrays.copyOf(file, at), line(after(file, at, SealPaper.PDF_MARK)));
  }

  /** One line and nothing behind it, not even a blank. */
  private static String line(String words) {
    return words.indexOf('\n') == words.length() - 1
        ? words.substring(0, words.length() - 1)
        : NOTHING;
  }

  /** The comment is part of what is signed with nothing but its length, and that as nought. */
  private static @Nullable PaperFile ofd(byte[] file) {
    int at = lastMark(file, SealPaper.OFD_MARK);
    if (at < 2) {
      return null;
    }
    if (commentLength(file, at) != file.length - at) {
      return new PaperFile(file, file, NOTHING);
    }
    byte[] signed = Arrays.copyOf(file, at);
    signed[at - 2] = 0;
    signed[at - 1] = 0;
    return new PaperFile(file, signed, after(file, at, SealPaper.OFD_MARK));
  }

  private static int commentLength(byte[] file, int at) {
    return (file[at - 2] & 0xff) | (file[at - 1] & 0xff) << Byte.SIZE;
  }

  private static int lastMark(byte[] file, String mark) {
    int from = Math.max(0, file.length - LONGEST_END);
    String end = new String(file, from, file.length - from, StandardCharsets.ISO_8859_1);
    int at = end.lastIndexOf(mark);
    return at < 0 ? -1 : from + at;
  }

  private static String after(byte[] file, int at, String mark) {
    int from = at + mark.length();
    return new String(file, from, file.length - from, StandardCharsets.ISO_8859_1);
  }
}
