package org.yiwang.credential;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.calendar.DistrictTime;

/**
 * What the public page and the API do with something shown (查验): a token, the text of a code to
 * scan, or the code of a presentation. A presentation is only told about until its recipient says
 * so; then it is used up.
 */
@Component
class VerifyToken {
  private static final String LINK = "/verify/";

  private final Issuers issuers;
  private final UsePresentation use;
  private final DistrictTime time;

  VerifyToken(Issuers issuers, UsePresentation use, DistrictTime time) {
    this.issuers = issuers;
    this.use = use;
    this.time = time;
  }

  /**
   * Checks.
   *
   * @param typed token, link or code
   * @param recipient who says to be the recipient; null or blank to be told who that is
   */
  Verdict verify(String typed, @Nullable String recipient) {
    String bare = bare(typed);
    if (recipient != null && !recipient.isBlank()) {
      return use.use(bare, recipient.strip());
    }
    Optional<Presentation> coded = use.find(bare);
    Verdict verdict =
        new CheckToken(issuers)
            .check(
                coded.map(Presentation::token).orElse(bare),
                new CheckToken.Expected(null, false, time.instant()));
    return presented(verdict, coded.orElse(null));
  }

  /** Before it is used, a presentation tells for whom it is, and nothing else. */
  private static Verdict presented(Verdict verdict, @Nullable Presentation coded) {
    Verdict.Shown shown = verdict.shown();
    if (shown == null || shown.binding() == null) {
      return verdict;
    }
    if (coded != null && coded.used() != null) {
      return Verdict.of(Finding.ALREADY_USED);
    }
    if (coded != null && coded.withdrawn() != null) {
      return Verdict.of(Finding.WITHDRAWN);
    }
    return untilUsed(verdict);
  }

  /** A presentation tells nothing but for whom it is. */
  static Verdict untilUsed(Verdict verdict) {
    Verdict.Shown shown = verdict.shown();
    if (shown == null || shown.binding() == null) {
      return verdict;
    }
    Finding finding =
        verdict.finding() == Finding.GENUINE ? Finding.FOR_RECIPIENT : verdict.finding();
    return new Verdict(finding, shown.withoutClaims());
  }

  /** The text of a code to scan is a link, or the token itself. */
  static String bare(String typed) {
    String clean = typed.strip();
    int link = clean.indexOf(LINK);
    String code = link < 0 ? clean : clean.substring(link + LINK.length());
    String letters = code.replaceAll("\\s+", "");
    return PresentOnce.isCode(letters.toUpperCase(java.util.Locale.ROOT))
        ? letters.toUpperCase(java.util.Locale.ROOT)
        : letters;
  }
}
