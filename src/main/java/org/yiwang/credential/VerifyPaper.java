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

  private final Issuers issuers;
  private final DistrictTime time;

  VerifyPaper(Issuers issuers, DistrictTime time) {
    this.issuers = issuers;
    this.time = time;
  }

  Verdict verify(byte[] file) {
    Optional<String> token = token(file);
    if (token.isEmpty()) {
      return Verdict.of(Finding.UNREADABLE);
    }
    Verdict verdict =
        new CheckToken(issuers)
            .check(token.get(), new CheckToken.Expected(null, false, time.instant()));
    Verdict.Shown shown = verdict.shown();
    if (shown == null) {
      return verdict;
    }
    return untouched(file, token.get(), shown.issuer())
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

  private boolean untouched(byte[] file, String token, String issuer) {
    int from = Math.max(0, file.length - LONGEST_END);
    String end = new String(file, from, file.length - from, StandardCharsets.ISO_8859_1);
    int at = end.lastIndexOf(PrintCredential.SIGNATURE);
    if (at < 0) {
      return false;
    }
    try {
      Jws said = Jws.parse(end.substring(at + PrintCredential.SIGNATURE.length()).strip());
      byte[] signed = Arrays.copyOf(file, from + at);
      return PrintCredential.TYPE.equals(said.header().get("typ"))
          && issuer.equals(said.word("iss"))
          && Letters.hash(token).equals(said.word("credential"))
          && Letters.encode(Letters.sha256(signed)).equals(said.word("file"))
          && said.header().get("kid") instanceof String id
          && issuers
              .find(issuer)
              .flatMap(known -> known.published().findKey(id))
              .filter(said::isSignedBy)
              .isPresent();
    } catch (UnreadableException | UnavailableException e) {
      return false;
    }
  }
}
