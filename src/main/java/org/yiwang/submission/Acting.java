package org.yiwang.submission;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.casework.Mover;
import org.yiwang.identity.AccessLog;
import org.yiwang.identity.OnBehalf;
import org.yiwang.identity.Permission;
import org.yiwang.identity.Viewer;
import org.yiwang.journal.Journal;
import org.yiwang.journal.NewEntry;
import org.yiwang.pack.Text;
import org.yiwang.page.RefusedException;
import org.yiwang.party.Mandate;
import org.yiwang.party.Mandates;
import org.yiwang.party.Parties;
import org.yiwang.party.PartyName;
import org.yiwang.submission.SubmissionStore.Part;

/**
 * For whom somebody applies, and whether they still may (为谁办): the one place that decides it, asked
 * again at every step. Everybody acts for themselves; for others by mandate, or for a firm as its
 * legal representative; an officer fills in for whoever stands at the counter and has agreed.
 */
@Component
class Acting {
  private static final String KIND = "submission.acted-for";

  private final Mandates mandates;
  private final Parties parties;
  private final SubmissionStore store;
  private final VisitStore visits;
  private final AccessLog access;
  private final Journal journal;
  private final MandateHeld held;

  Acting(
      Mandates mandates,
      Parties parties,
      SubmissionStore store,
      VisitStore visits,
      AccessLog access,
      Journal journal,
      MandateHeld held) {
    this.held = held;
    this.access = access;
    this.visits = visits;
    this.mandates = mandates;
    this.parties = parties;
    this.store = store;
    this.journal = journal;
  }

  /**
   * Whom something is done for, and by what.
   *
   * @param under null for oneself, and at the counter
   * @param visit at the counter; null anywhere else
   */
  record For(PartyName party, @Nullable Mandate under, @Nullable CounterVisit visit) {
    /** As whom they move a case of it. */
    Mover mover(Viewer viewer) {
      return visit == null ? Mover.reporter(viewer) : Mover.atCounter(viewer, visit.unit());
    }

    static For self(PartyName party) {
      return new For(party, null, null);
    }

    UUID id() {
      return party.id();
    }

    /** Who acts and by what, as the party reads it; null for oneself, and at the counter. */
    @Nullable OnBehalf onBehalf() {
      return under == null ? null : under.onBehalf();
    }

    boolean own() {
      return under == null && visit == null;
    }

    /** Whether an officer fills it in for somebody at the counter. */
    boolean atCounter() {
      return visit != null;
    }

    @Nullable UUID visitId() {
      return visit == null ? null : visit.id();
    }

    /** The mandate that was given; null for oneself and for a legal representative. */
    @Nullable UUID mandate() {
      return under == null ? null : under.id();
    }
  }

  UUID self(Viewer viewer) {
    return parties.ofAccount(viewer.requireSignedIn(), viewer.name().zh());
  }

  /** Oneself and all whom somebody may act for in all these matters. */
  List<For> choices(Viewer viewer, Collection<String> matters) {
    Map<UUID, For> choices = new LinkedHashMap<>();
    UUID self = self(viewer);
    choices.put(self, For.self(parties.nameOf(self)));
    for (Mandate one : mandates.listActingFor(viewer)) {
      UUID party = one.principal().id();
      find(viewer, party, matters).ifPresent(found -> choices.putIfAbsent(party, found));
    }
    return List.copyOf(choices.values());
  }

  /** Oneself and all whom somebody acts for in any matter. */
  List<UUID> parties(Viewer viewer) {
    return Stream.concat(
            Stream.of(self(viewer)),
            mandates.listActingFor(viewer).stream().map(one -> one.principal().id()))
        .distinct()
        .toList();
  }

  /** Whether somebody may apply for that party for what is wanted, all asked at once. */
  Predicate<Wanted> covering(Viewer viewer, UUID party) {
    if (self(viewer).equals(party)) {
      return wanted -> true;
    }
    List<Mandate> under =
        mandates.listActingFor(viewer).stream()
            .filter(one -> one.principal().id().equals(party))
            .toList();
    return wanted ->
        wanted.matters().keySet().stream()
            .allMatch(matter -> under.stream().anyMatch(one -> one.covers(matter)));
  }

  /** Those for whom what is wanted can be applied for: people, or firms. */
  List<For> choices(Viewer viewer, Wanted wanted) {
    return choices(viewer, wanted.matters().keySet()).stream()
        .filter(one -> wanted.fits(one.party().kind()))
        .toList();
  }

  /** By what somebody may do these matters for that party now; empty if not at all. */
  Optional<For> find(Viewer viewer, UUID party, Collection<String> matters) {
    if (self(viewer).equals(party)) {
      return Optional.of(For.self(parties.nameOf(party)));
    }
    List<Mandate> under = new ArrayList<>();
    for (String matter : matters) {
      Optional<Mandate> one = mandates.findFor(viewer, party, matter);
      if (one.isEmpty()) {
        return Optional.empty();
      }
      under.add(one.get());
    }
    return under.stream().findFirst().map(first -> new For(first.principal(), first, null));
  }

  /**
   * As {@link #find}, also for an officer whom that party stands before and has agreed with: for
   * what is being filled in, never for what was sent.
   */
  Optional<For> findToFill(Viewer viewer, UUID party, Collection<String> matters) {
    return visits
        .findAgreed(viewer, party, matters)
        .map(visit -> new For(parties.nameOf(party), null, visit))
        .or(() -> find(viewer, party, matters));
  }

  /**
   * @throws RefusedException FORBIDDEN once the mandate or the visit is over
   */
  For requireToFill(Viewer viewer, UUID party, Collection<String> matters) {
    For found = findToFill(viewer, party, matters).orElseThrow(() -> over(viewer));
    held.untilCommit(found.mandate(), over(viewer));
    return found;
  }

  /** Whether somebody may see and go on with an application that was sent. */
  boolean may(Viewer viewer, Submission sent) {
    return viewer.signedIn() && find(viewer, sent.party(), matters(sent)).isPresent();
  }

  /** By what somebody acts for another in all matters of an application now; never for oneself. */
  Optional<Mandate> findMandate(Viewer viewer, Submission sent) {
    return find(viewer, sent.party(), matters(sent))
        .flatMap(one -> Optional.ofNullable(one.under()));
  }

  /**
   * An application that is the viewer's, or of somebody for whom the viewer acts.
   *
   * @throws RefusedException FORBIDDEN to whoever sent it under a mandate that is over; MISSING to
   *     anybody else
   */
  Submission require(Viewer viewer, UUID id) {
    String account = viewer.requireSignedIn();
    Submission sent = store.find(id).orElseThrow(SubmissionRefusals::submissionMissing);
    if (may(viewer, sent)) {
      return sent;
    }
    throw sent.account().equals(account)
        ? SubmissionRefusals.mandateOver()
        : SubmissionRefusals.submissionMissing();
  }

  /**
   * As {@link #require(Viewer, UUID)}, to show of it: somebody else's is a look that they see. Not
   * for officers at a counter, as {@link #open(Viewer, UUID)} is.
   */
  Submission look(Viewer viewer, UUID id) {
    Submission sent = require(viewer, id);
    onBehalf(viewer, sent);
    return sent;
  }

  /** As {@link #look(Viewer, UUID)}, for the application that a case belongs to. */
  Submission look(Viewer viewer, UUID id, String number) {
    Submission sent = look(viewer, id);
    requireOf(id, number);
    return sent;
  }

  /**
   * By what somebody goes on with an application now: as {@link #find}, also for an officer before
   * whom its party stands and has agreed (窗口续办).
   */
  private Optional<For> findToGoOn(Viewer viewer, Submission sent) {
    return find(viewer, sent.party(), matters(sent))
        .or(
            () ->
                visits
                    .findServing(viewer, sent.id())
                    .map(visit -> new For(parties.nameOf(sent.party()), null, visit)));
  }

  /**
   * As {@link #require(Viewer, UUID)}, also for an officer before whom its party stands and has
   * agreed to going on with it. Each time it is opened so is a look that the party sees.
   *
   * @throws RefusedException as there; FORBIDDEN once that visit is over
   */
  Opened open(Viewer viewer, UUID id) {
    String account = viewer.requireSignedIn();
    Submission sent = store.find(id).orElseThrow(SubmissionRefusals::submissionMissing);
    if (may(viewer, sent)) {
      onBehalf(viewer, sent);
      return Opened.by(viewer, sent);
    }
    Optional<CounterVisit> visit = visits.findServing(viewer, id);
    if (visit.isPresent()) {
      access.read(
          viewer,
          AccessLog.Sight.ofParty(visit.get().subject(), sent.party()),
          Text.of("窗口续办：%s", "At the counter again: %s").with(visit.get().purpose()));
      return new Opened(sent, viewer, visit.get(), null);
    }
    if (viewer.may(Permission.TAKE_IN) && visits.everServed(account, id)) {
      throw WindowRefusals.visitOver();
    }
    return Opened.by(viewer, require(viewer, id));
  }

  private void onBehalf(Viewer viewer, Submission sent) {
    if (!self(viewer).equals(sent.party())) {
      OnBehalf onBehalf = findMandate(viewer, sent).map(Mandate::onBehalf).orElse(null);
      access.sit(
          viewer,
          AccessLog.Sight.ofParty(sent.subject(), sent.party()).by(onBehalf),
          Text.of("代办，查看申请", "On behalf: the application"));
    }
  }

  /** As {@link #open(Viewer, UUID)}, for the application that a case belongs to. */
  Opened open(Viewer viewer, UUID id, String number) {
    Opened opened = open(viewer, id);
    requireOf(id, number);
    return opened;
  }

  /**
   * @throws RefusedException MISSING for the number of any other case
   */
  void requireOf(UUID id, String number) {
    if (!isOf(id, number)) {
      throw SubmissionRefusals.submissionMissing();
    }
  }

  boolean isOf(UUID id, String number) {
    return store.listParts(id).stream().anyMatch(part -> number.equals(part.number()));
  }

  /**
   * Writes down by what somebody does something for another party, in the transaction of what is
   * done; checks once more that they may. Nothing is written for oneself.
   *
   * @throws RefusedException FORBIDDEN once the mandate or the visit is over
   */
  For note(Viewer viewer, Submission sent, String done) {
    For acting = findToGoOn(viewer, sent).orElseThrow(() -> over(viewer));
    held.untilCommit(acting.mandate(), over(viewer));
    if (!acting.own()) {
      Map<String, Object> facts = new LinkedHashMap<>(facts(acting));
      facts.put("done", done);
      journal.append(new NewEntry(SubmitDraft.actor(viewer, acting), KIND, sent.subject(), facts));
    }
    return acting;
  }

  private static RefusedException over(Viewer viewer) {
    return viewer.may(Permission.TAKE_IN)
        ? WindowRefusals.visitOver()
        : SubmissionRefusals.mandateOver();
  }

  /** For whom and by what, as the journal says it; nothing for oneself. */
  static Map<String, Object> facts(For acting) {
    Map<String, Object> facts = new LinkedHashMap<>();
    if (!acting.own()) {
      facts.put("for", "party:" + acting.id());
      facts.put("under", under(acting));
    }
    return facts;
  }

  private static String under(For acting) {
    if (acting.visit() != null) {
      return acting.visit().subject();
    }
    UUID mandate = acting.mandate();
    return mandate == null ? "legal-representative" : "mandate:" + mandate;
  }

  private List<String> matters(Submission sent) {
    return store.listParts(sent.id()).stream().map(Part::matter).toList();
  }
}
