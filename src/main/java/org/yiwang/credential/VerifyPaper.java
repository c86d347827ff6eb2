package org.yiwang.credential;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yiwang.calendar.DistrictTime;

/** Checks an uploaded file (查验文件): a printed credential as PDF or OFD, or a picture of a code. */
@Component
class VerifyPaper {
  private final KnownIssuer.Directory issuers;
  private final VerifyToken tokens;
  private final ReadCode code;
  private final DistrictTime time;

  VerifyPaper(KnownIssuer.Directory issuers, VerifyToken tokens, ReadCode code, DistrictTime time) {
    this.issuers = issuers;
    this.code = code;
    this.tokens = tokens;
    this.time = time;
  }

  /**
   * What a file holds.
   *
   * @param letters of the code on a picture, to be sent again when a presentation is used; else
   *     empty
   */
  record Checked(String letters, Verdict verdict) {}

  /**
   * @throws org.yiwang.page.RefusedException UNAVAILABLE if too many pictures are being read
   */
  Checked check(byte[] file) {
    if (!QrPicture.looksLike(file)) {
      return new Checked("", new CheckPaper(issuers).check(file, time.instant()));
    }
    return checkPicture(file);
  }

  /**
   * The same for what a camera took: if it is no picture that can be read, there is no code to see.
   */
  Checked checkPicture(byte[] file) {
    Optional<String> letters = QrPicture.looksLike(file) ? code.read(file) : Optional.empty();
    return letters
        .map(seen -> new Checked(seen, tokens.verify(seen, null)))
        .orElse(new Checked("", Verdict.of(Finding.NO_CODE)));
  }

  Verdict verify(byte[] file) {
    return check(file).verdict();
  }
}
