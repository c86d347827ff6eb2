package org.yiwang.credential;

import java.time.Instant;
import java.util.Optional;

/**
 * Checks a printed credential (查验打印件): the credential inside, and that not one byte of the file was
 * changed since the issuer made it, so that the paper says what the credential says. Needs no
 * database.
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
    Verdict verdict =
        new CheckToken(issuers)
            .check(paper.get().token(), new CheckToken.Expected(null, false, now));
    Verdict.Shown shown = verdict.shown();
    if (shown == null) {
      return verdict;
    }
    boolean untouched = issuers.find(shown.issuer()).filter(paper.get()::untouched).isPresent();
    return untouched ? verdict : Verdict.of(Finding.NOT_MATCHING);
  }
}
