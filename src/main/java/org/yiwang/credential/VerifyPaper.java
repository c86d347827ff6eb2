package org.yiwang.credential;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.stereotype.Component;
import org.yiwang.calendar.DistrictTime;

/**
 * Checks an uploaded page (查验 PDF): the credential inside, and that not one byte of the file was
 * changed since the issuer made it, so that the paper says what the credential says.
 */
@Component
class VerifyPaper {
  private static final int LONGEST_END = 1_000;

  private final KnownIssuer.Directory issuers;
  private final DistrictTime time;

  VerifyPaper(KnownIssuer.Directory issuers, DistrictTime time) {
    this.issuers = issuers;
    this.time = time;
  }

  /**
   * The signature at the end is checked first: a file is opened only if an issuer we know made
   * every byte of it. A PDF of a stranger can unpack three megabytes into all the memory there is.
   */
  Verdict verify(byte[] file) {
    int from = Math.max(0, file.length - LONGEST_END);
    String end = new String(file, from, file.length - from, StandardCharsets.ISO_8859_1);
    int at = end.lastIndexOf(PrintCredential.SIGNATURE);
    if (at < 0) {
      return Verdict.of(Finding.UNREADABLE);
    }
    try {
      Jws said = Jws.parse(end.substring(at + PrintCredential.SIGNATURE.length()).strip());
      String issuer = said.word("iss");
      return issuer != null && untouched(Arrays.copyOf(file, from + at), said, issuer)
          ? checked(file, said, issuer)
          : Verdict.of(Finding.NOT_MATCHING);
    } catch (UnreadableException e) {
      return Verdict.of(Finding.NOT_MATCHING);
    } catch (UnavailableException e) {
      return Verdict.of(Finding.NOT_CHECKED);
    }
  }

  private boolean untouched(byte[] signed, Jws said, String issuer) {
    return PrintCredential.TYPE.equals(said.header().get("typ"))
        && Letters.encode(Letters.sha256(signed)).equals(said.word("file"))
        && said.header().get("kid") instanceof String id
        && issuers
            .find(issuer)
            .flatMap(known -> known.published().findKey(id))
            .filter(said::isSignedBy)
            .isPresent();
  }

  private Verdict checked(byte[] file, Jws said, String issuer) {
    Optional<String> token =
        token(file).filter(inside -> Letters.hash(inside).equals(said.word("credential")));
    if (token.isEmpty()) {
      return Verdict.of(Finding.NOT_MATCHING);
    }
    Verdict verdict =
        new CheckToken(issuers)
            .check(token.get(), new CheckToken.Expected(null, false, time.instant()));
    Verdict.Shown shown = verdict.shown();
    return shown == null || shown.issuer().equals(issuer)
        ? verdict
        : Verdict.of(Finding.NOT_MATCHING);
  }

  private static Optional<String> token(byte[] file) {
    try (PDDocument document = Loader.loadPDF(file)) {
      return Optional.ofNullable(
          document.getDocumentInformation().getCustomMetadataValue(PrintCredential.TOKEN));
    } catch (IOException | RuntimeException e) {
      // Whatever a file that is no PDF does to its reader, it is no credential.
      return Optional.empty();
    }
  }
}
