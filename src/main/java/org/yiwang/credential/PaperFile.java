package org.yiwang.credential;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A printed credential as a file, taken apart (打印件): the credential in it, the bytes that were
 * signed, and the signature over them.
 *
 * @param signature null where there is none, as when the file was saved anew
 */
record PaperFile(String token, byte[] signed, @Nullable String signature) {
  private static final int LONGEST_END = 2_000;

  /** The file; empty if there is no credential of ours in it. */
  static Optional<PaperFile> read(byte[] file) {
    if (PdfPaper.looksLike(file)) {
      return PdfPaper.token(file).map(token -> pdf(file, token));
    }
    return OfdPaper.looksLike(file)
        ? OfdPaper.token(file).map(token -> ofd(file, token))
        : Optional.empty();
  }

  static boolean looksLikeOne(byte[] file) {
    return PdfPaper.looksLike(file) || OfdPaper.looksLike(file);
  }

  private static PaperFile pdf(byte[] file, String token) {
    int at = lastMark(file, SealPaper.PDF_MARK);
    return at < 0
        ? new PaperFile(token, file, null)
        : new PaperFile(token, Arrays.copyOf(file, at), line(after(file, at, SealPaper.PDF_MARK)));
  }

  /** One line and nothing behind it, not even a blank. */
  private static @Nullable String line(String words) {
    return words.indexOf('\n') == words.length() - 1
        ? words.substring(0, words.length() - 1)
        : null;
  }

  /** The comment is part of what is signed with nothing but its length, and that as nought. */
  private static PaperFile ofd(byte[] file, String token) {
    int at = lastMark(file, SealPaper.OFD_MARK);
    if (at < 2 || commentLength(file, at) != file.length - at) {
      return new PaperFile(token, file, null);
    }
    byte[] signed = Arrays.copyOf(file, at);
    signed[at - 2] = 0;
    signed[at - 1] = 0;
    return new PaperFile(token, signed, after(file, at, SealPaper.OFD_MARK));
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

  /** Whether the issuer signed just these bytes, and for this credential. */
  boolean untouched(KnownIssuer issuer) {
    if (signature == null) {
      return false;
    }
    try {
      Jws said = Jws.parse(signature);
      return SealPaper.TYPE.equals(said.header().get("typ"))
          && issuer.url().equals(said.word("iss"))
          && Letters.hash(token).equals(said.word("credential"))
          && Letters.encode(Letters.sha256(signed)).equals(said.word("file"))
          && said.header().get("kid") instanceof String id
          && issuer.published().findKey(id).filter(said::isSignedBy).isPresent();
    } catch (UnreadableException | UnavailableException e) {
      return false;
    }
  }
}
