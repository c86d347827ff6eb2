package org.yiwang.request;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.casework.Case;
import org.yiwang.casework.CaseMoved;
import org.yiwang.casework.Cases;
import org.yiwang.pack.Language;
import org.yiwang.request.RequestStore.Follower;

/**
 * Keeps whoever reported the same thing again (重复反映) with it: they and their followers follow the
 * first report from then on, and what proves the second opens the first. In the transaction of the
 * move. Cases of other modules are left alone.
 */
@Component
class JoinRequests {
  private final RequestStore store;
  private final Cases cases;
  private final ReportedCases reported;
  private final DistrictTime time;
  private final Language first;

  JoinRequests(
      RequestStore store,
      Cases cases,
      ReportedCases reported,
      DistrictTime time,
      ReporterLanguage language) {
    this.store = store;
    this.cases = cases;
    this.reported = reported;
    this.time = time;
    this.first = language.first();
  }

  @EventListener
  void join(CaseMoved moved) {
    String into = moved.joinedTo();
    if (into == null || !reports(moved.now(), into)) {
      return;
    }
    Case joined = moved.now();
    Language language = store.findLanguage(joined.number()).orElse(first);
    store.join(joined.number(), into, language);
    Case.Origin origin = joined.origin();
    follow(new Follower(into, origin.reporterAccount(), origin.reporter(), language));
    for (Follower follower : store.listFollowers(joined.number())) {
      follow(new Follower(into, follower.account(), follower.contact(), follower.language()));
    }
  }

  private boolean reports(Case joined, String into) {
    return reported.isReport(joined) && cases.find(into).filter(reported::isReport).isPresent();
  }

  /** Nobody follows the same thing twice, or what they reported themselves. */
  private void follow(Follower one) {
    Case.Origin origin = cases.find(one.number()).orElseThrow().origin();
    boolean own =
        (one.account() != null && one.account().equals(origin.reporterAccount()))
            || (one.contact() != null && one.contact().equals(origin.reporter()));
    boolean there =
        store.listFollowers(one.number()).stream()
            .anyMatch(other -> other.isSame(one) && !other.isNobody());
    if (!own && !there) {
      store.follow(one, time.instant());
    }
  }
}
