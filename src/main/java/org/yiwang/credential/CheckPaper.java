package org.yiwang.credential;

import java.time.Instant;
import java.util.Optional;

/**
 * Checks a printed credential (查验打印件): that not one byte of the file was changed since the issuer
 * made it, and the credential inside, so that the paper says what the credential says. Needs no
 * database.
 *
 * <p>The signature at the end is checked first: a file is opened only if an issuer we know made
 * every byte of it. A PDF of a stranger can unpack three megabytes into all the memory there is.
 */
final class CheckPaper {
  private final KnownIssuer.Directory issuers;

  CheckPaper(KnownIssuer.Directory issuers) {
    this.issuers = issuers;
  }

  Verdict check(byte[] file, Instant now) {
    Optional<PaperFile> paper = PaperFile.read(file);
    if (paper.isEmpty()) {
      return Verdict.of(Finding.UNREADABLE);
    }
    try {
      Jws said = Jws.parse(paper.get().signature());
      String url = said.word("iss");
      if (url == null || !paper.get().covered(said)) {
        return Verdict.of(Finding.NOT_MATCHING);
      }
      Optional<KnownIssuer> issuer = issuers.find(url);
      if (issuer.isEmpty()) {
        return Verdict.of(Finding.UNKNOWN_ISSUER);
      }
      return isBy(issuer.get(), said)
          ? opened(paper.get(), said, now)
          : Verdict.of(Finding.NOT_MATCHING);
    } catch (UnreadableException e) {
      return Verdict.of(Finding.NOT_MATCHING);
    } catch (UnavailableException e) {
      return Verdict.of(Finding.NOT_CHECKED);
    }
  }

  private static boolean isBy(KnownIssuer issuer, Jws said) {
    return said.header().get("kid") instanceof String id
        && issuer.published().findKey(id).filter(said::isSignedBy).isPresent();
  }

  private Verdict opened(PaperFile paper, Jws said, Instant now) {
    Optional<String> token =
        paper.token().filter(inside -> Letters.hash(inside).equals(said.word("credential")));
    if (token.isEmpty()) {
      return Verdict.of(Finding.NOT_MATCHING);
    }
    Verdict verdict =
        new CheckToken(issuers).check(token.get(), new CheckToken.Expected(null, false, now));
    Verdict.Shown shown = verdict.shown();
    return shown == null || shown.issuer().equals(said.word("iss"))
        ? verdict
        : Verdict.of(Finding.NOT_MATCHING);
  }
}
