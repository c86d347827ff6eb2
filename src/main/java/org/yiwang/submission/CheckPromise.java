package org.yiwang.submission;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.casework.Case;
import org.yiwang.casework.Cases;
import org.yiwang.casework.NewCase;
import org.yiwang.journal.Actor;
import org.yiwang.journal.Journal;
import org.yiwang.journal.Journal.Sealed;
import org.yiwang.journal.NewEntry;
import org.yiwang.matter.Matter;
import org.yiwang.matter.Matter.Evidence;
import org.yiwang.matter.Matters;
import org.yiwang.pack.Text;
import org.yiwang.party.Parties;
import org.yiwang.submission.SignedPromise.State;
import org.yiwang.submission.SignedPromise.Way;
import org.yiwang.submission.SubmissionStore.Part;

/**
 * Looks at a promise whose time has come (事后核查). Lots decide whether somebody goes there; if not, a
 * credential that proves it by now is enough; else the unit that decides the matter gets a case.
 */
@Component
class CheckPromise {
  /** The lifecycle of such a case, in the application of the matter. */
  static final String LIFECYCLE = "promise-check";

  private static final Duration AGAIN = Duration.ofHours(6);

  private final PromiseStore store;
  private final SubmissionStore submissions;
  private final Matters matters;
  private final Cases cases;
  private final PartCases.Maker parts;
  private final Holdings holdings;
  private final Parties parties;
  private final Journal journal;
  private final TellApplicant applicant;
  private final DistrictTime time;

  CheckPromise(
      PromiseStore store,
      SubmissionStore submissions,
      Matters matters,
      Cases cases,
      PartCases.Maker parts,
      Holdings holdings,
      Parties parties,
      Journal journal,
      TellApplicant applicant,
      DistrictTime time) {
    this.store = store;
    this.submissions = submissions;
    this.matters = matters;
    this.cases = cases;
    this.parts = parts;
    this.holdings = holdings;
    this.parties = parties;
    this.journal = journal;
    this.applicant = applicant;
    this.time = time;
  }

  /** False if there is nothing to look at now, or another instance does it. */
  @Transactional
  boolean check(java.util.UUID id) {
    Instant now = time.instant();
    Optional<SignedPromise> due = store.lockToLookAt(id, now);
    Optional<Sealed> sealed = journal.findSealed(); // the log begins seconds after the program
    if (due.isEmpty() || sealed.isEmpty()) {
      return false;
    }
    SignedPromise promise = due.get();
    Submission sent = submissions.find(promise.submission()).orElseThrow();
    Case application = application(promise);
    PartCases all = parts.of(sent);
    if (all.cameToNothing(promise.matter())) {
      return nothing(promise, parts.mayOpenYet(all, promise.matter()));
    }
    Way way = drawn(promise, sealed.get());
    if (way == Way.BY_REGISTER) {
      confirmed(promise, sent, now);
    } else {
      opened(promise, sent, application);
    }
    return true;
  }

  /** It came to nothing; an objection that is won makes it worth a check again. */
  private boolean nothing(SignedPromise promise, boolean mayOpenYet) {
    Instant now = time.instant();
    if (mayOpenYet) {
      store.postpone(promise.id(), now.plus(AGAIN));
      return false;
    }
    store.settled(promise.id(), State.ENDED, null, now);
    journal.append(entry(promise, "promise.ended", Map.of()));
    return true;
  }

  private Optional<Evidence> evidence(SignedPromise promise) {
    return matters.findMatter(promise.matter()).stream()
        .flatMap(matter -> matter.evidence().stream())
        .filter(one -> one.id().equals(promise.evidence()))
        .findFirst();
  }

  private @Nullable Case application(SignedPromise promise) {
    return part(promise).map(Part::number).flatMap(cases::find).orElse(null);
  }

  private Optional<Part> part(SignedPromise promise) {
    return submissions.listParts(promise.submission()).stream()
        .filter(part -> part.matter().equals(promise.matter()))
        .findFirst();
  }

  private Way drawn(SignedPromise promise, Sealed sealed) {
    Optional<Evidence> evidence = evidence(promise);
    int percent =
        evidence.map(Evidence::promise).map(Matter.Promise::share).orElse(Matter.Share.ALL);
    boolean onSite = SpotDraw.drawn(sealed, promise.id(), percent);
    boolean proven =
        !onSite && evidence.filter(one -> holdings.holds(promise.party(), one)).isPresent();
    Way visit = percent == Matter.Share.ALL ? Way.ALL_ON_SITE : Way.ON_SITE;
    Way way = onSite ? visit : proven ? Way.BY_REGISTER : Way.BY_OFFICER;
    store.drawn(promise.id(), way, sealed);
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("share", percent + " %");
    facts.put("checkpoint-size", sealed.size());
    facts.put("checkpoint-root", sealed.root());
    facts.put("number", SpotDraw.number(sealed, promise.id()));
    facts.put("way", way.name());
    journal.append(entry(promise, "promise.drawn", facts));
    return way;
  }

  private static NewEntry entry(SignedPromise promise, String kind, Map<String, Object> facts) {
    return new NewEntry(Actor.SYSTEM, kind, promise.subject(), facts);
  }

  private void confirmed(SignedPromise promise, Submission sent, Instant now) {
    store.settled(promise.id(), State.CONFIRMED, null, now);
    journal.append(entry(promise, "promise.confirmed", Map.of("way", Way.BY_REGISTER.name())));
    Text name = promise.words().name();
    applicant.tell(
        sent,
        Text.of("您的承诺已核实", "Your promise was checked"),
        Text.of(
            "“%s”的承诺已由您的电子证照核实，属实，不用您做什么。".formatted(name.zh()),
            "Your promise about “%s” was proved by a credential of yours; there is nothing to do."
                .formatted(name.en())),
        promise.subject());
  }

  private void opened(SignedPromise promise, Submission sent, @Nullable Case application) {
    Matter matter = matters.getMatter(promise.matter());
    Case check = cases.open(newCase(promise, matter, application));
    store.checking(promise.id(), check.number());
    journal.append(entry(promise, "promise.checking", Map.of("case", check.number())));
    Text name = promise.words().name();
    applicant.tell(
        sent,
        Text.of("您的承诺开始核查", "Your promise is being checked"),
        Text.of(
            "“%s”的承诺到了核查时间（%s），结果会通知您。".formatted(name.zh(), check.number()),
            "It is time to check your promise about “%s” (%s); you will be told what came out."
                .formatted(name.en(), check.number())),
        promise.subject());
  }

  private NewCase newCase(SignedPromise promise, Matter matter, @Nullable Case application) {
    Text name = promise.words().name();
    Text title = Text.of("核查承诺：" + name.zh(), "Check of a promise: " + name.en());
    Case.Where where =
        application == null ? new Case.Where("", null, null, null, null) : application.where();
    return new NewCase(
        matters.applicationOf(matter),
        LIFECYCLE,
        matter.limits().promised(),
        new Case.About(matter.id(), matter.kind().name(), title, title.zh()),
        where,
        unit(matter, application),
        new Case.Origin(
            "promise", promise.party(), parties.findAccount(promise.party()).orElse(null)),
        List.of(),
        application != null && application.invented(),
        promise.subject(),
        Actor.SYSTEM);
  }

  private static String unit(Matter matter, @Nullable Case application) {
    if (application == null) {
      return matter.unit();
    }
    return application.unit() != null
        ? application.unit()
        : Objects.requireNonNullElse(application.proposedUnit(), matter.unit());
  }
}
