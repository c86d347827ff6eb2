package org.yiwang.party;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.identity.Viewer;
import org.yiwang.journal.Actor;
import org.yiwang.journal.Journal;
import org.yiwang.journal.NewEntry;
import org.yiwang.pack.Text;
import org.yiwang.party.Mandate.Basis;
import org.yiwang.party.Mandate.State;
import org.yiwang.party.MandateStore.Giving;

/** Writes what becomes of mandates (授权经过), each step with its journal entry. */
@Component
class GiveMandate {
  private static final int LONGEST_YEARS = 3;
  private static final int MOST_ASKED = 20;
  private static final int BATCH = 100;

  private final PartyStore parties;
  private final MandateStore store;
  private final RelationStore relations;
  private final MandateView views;
  private final TellMandate tell;
  private final Journal journal;
  private final DistrictTime time;

  GiveMandate(
      PartyStore parties,
      MandateStore store,
      RelationStore relations,
      MandateView views,
      TellMandate tell,
      Journal journal,
      DistrictTime time) {
    this.parties = parties;
    this.store = store;
    this.relations = relations;
    this.views = views;
    this.tell = tell;
    this.journal = journal;
    this.time = time;
  }

  /** The party of whoever is signed in. */
  UUID self(Viewer viewer) {
    String account = viewer.requireSignedIn();
    return parties
        .findByAccount(account)
        .orElseGet(() -> parties.join(account, viewer.name().zh(), time.instant()));
  }

  /** By what somebody may give a mandate for a party; empty if not at all. */
  Optional<Basis> authority(Viewer viewer, UUID principal) {
    UUID self = self(viewer);
    if (self.equals(principal)) {
      return Optional.of(Basis.PRINCIPAL);
    }
    return views.representations(self).stream()
        .filter(firm -> firm.principal().id().equals(principal))
        .map(firm -> Basis.REPRESENTATIVE)
        .findFirst();
  }

  /** The same while nobody ends relations: whoever loses the firm now gives nothing after it. */
  private Optional<Basis> authorityNow(Viewer viewer, UUID principal) {
    if (!self(viewer).equals(principal)) {
      relations.alone();
    }
    return authority(viewer, principal);
  }

  MandateStore.Row give(Viewer viewer, NewMandate mandate) {
    Basis basis = authorityNow(viewer, mandate.principal()).orElseThrow(Viewer::forbidden);
    return write(viewer, mandate, basis);
  }

  MandateStore.Row write(Viewer viewer, NewMandate mandate, Basis basis) {
    check(mandate);
    UUID id = store.insert(mandate, giving(viewer, basis), time.instant());
    MandateStore.Row row = store.find(id).orElseThrow();
    journal.append(entry(actor(viewer), "mandate.given", row, basis.name()));
    tell.tell(row, State.GIVEN);
    return row;
  }

  private Giving giving(Viewer viewer, Basis basis) {
    return new Giving(basis, basis == Basis.WINDOW ? null : self(viewer));
  }

  /** A party for a name that nobody has: asked like any other, and nobody ever answers. */
  UUID nobody(String named) {
    return parties.insert(PartyName.Kind.PERSON, Text.same(named), time.instant());
  }

  MandateStore.Row ask(Viewer viewer, NewMandate mandate, @Nullable String named) {
    if (!self(viewer).equals(mandate.agent())) {
      throw Viewer.forbidden();
    }
    check(mandate);
    if (store.countAsked(mandate.agent()) >= MOST_ASKED) {
      throw PartyRefusals.mandateWrong(
          "named",
          Text.of("您有很多请求还没有答复。", "Many of your requests are still unanswered."),
          Text.of("请先撤回不需要的。", "Withdraw those that you do not need."));
    }
    UUID id = store.insert(mandate, null, time.instant());
    if (named != null) {
      store.askedFor(id, named);
    }
    MandateStore.Row row = store.find(id).orElseThrow();
    journal.append(entry(actor(viewer), "mandate.asked", row, ""));
    tell.tell(row, State.ASKED);
    return row;
  }

  void confirm(Viewer viewer, UUID id) {
    MandateStore.Row row = store.find(id).orElseThrow(PartyRefusals::mandateMissing);
    Basis basis = authorityNow(viewer, row.principal()).orElseThrow(PartyRefusals::mandateMissing);
    if (row.state(time.today()) != State.ASKED
        || !store.give(id, giving(viewer, basis), time.instant())) {
      throw PartyRefusals.mandateOver();
    }
    MandateStore.Row given = store.find(id).orElseThrow();
    journal.append(entry(actor(viewer), "mandate.given", given, basis.name()));
    tell.tell(given, State.GIVEN);
  }

  void end(Actor by, MandateStore.Row row, State ending) {
    if (!store.end(row.id(), ending, time.instant())) {
      throw PartyRefusals.mandateOver();
    }
    String kind = ending == State.REVOKED ? "mandate.revoked" : "mandate.ended";
    journal.append(entry(by, kind, row, ending.name()));
    tell.tell(row, ending);
  }

  /** Somebody represents a firm no more: what they let others do for it ends with that. */
  void endGivenBy(UUID representative, UUID firm, Actor by) {
    store
        .lockGivenBy(firm, representative, time.today())
        .forEach(row -> end(by, row, State.REVOKED));
  }

  /**
   * Ends what stands by a representative who is none any more; the relations' lock comes first, as
   * everywhere, and only where there is something to end.
   */
  int endBaseless() {
    if (store.listBaseless(time.instant(), time.today(), BATCH).isEmpty()) {
      return 0;
    }
    relations.alone();
    List<MandateStore.Row> baseless = store.lockBaseless(time.instant(), time.today(), BATCH);
    baseless.forEach(row -> end(Actor.SYSTEM, row, State.REVOKED));
    return baseless.size();
  }

  int endOver() {
    List<MandateStore.Row> over = store.lockOver(time.today(), BATCH);
    over.forEach(row -> end(Actor.SYSTEM, row, State.EXPIRED));
    return over.size();
  }

  private void check(NewMandate mandate) {
    LocalDate today = time.today();
    if (mandate.principal().equals(mandate.agent())) {
      throw PartyRefusals.mandateWrong(
          "named",
          Text.of("自己不用授权给自己。", "Nobody needs a mandate for themselves."),
          Text.of("请填另一个人。", "Name somebody else."));
    }
    if (parties.findAccount(mandate.agent()).isEmpty()) {
      throw PartyRefusals.mandateWrong(
          "named",
          Text.of("代办人要有自己的账户。", "Whoever acts needs an account of their own."),
          Text.of("请填一个人，不是企业。", "Name a person, not a firm."));
    }
    if (mandate.until().isBefore(today)
        || mandate.until().isAfter(today.plusYears(LONGEST_YEARS))) {
      throw PartyRefusals.mandateWrong(
          "until",
          Text.of("截止日期要在今天以后、三年以内。", "The last day must lie within three years from today."),
          Text.of("请重新填写日期。", "Please give another day."));
    }
  }

  private static NewEntry entry(Actor by, String kind, MandateStore.Row row, String how) {
    Map<String, Object> facts = new LinkedHashMap<>();
    if (row.given() != null) { // the agent may read it: before a yes it says nothing of the other
      facts.put("principal", GrowFile.subject(row.principal()));
    }
    facts.put("agent", GrowFile.subject(row.agent()));
    facts.put("matters", row.matters().stream().sorted().toList());
    facts.put("until", row.until().toString());
    facts.put("how", how);
    return new NewEntry(by, kind, "mandate:" + row.id(), facts);
  }

  static Actor actor(Viewer viewer) {
    return new Actor(Actor.Kind.PERSON, viewer.account(), viewer.name());
  }
}
