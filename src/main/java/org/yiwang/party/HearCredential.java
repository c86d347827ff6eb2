package org.yiwang.party;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.journal.Actor;
import org.yiwang.journal.Journal;
import org.yiwang.journal.NewEntry;
import org.yiwang.party.FindNamed.Named;

/**
 * What a credential says of its holder and others (证照所载关系) goes on file once, and is undone when it
 * counts no more.
 */
@Component
class HearCredential {
  private final RelationStore store;
  private final SaidStore sayings;
  private final WhoStands who;
  private final GrowRelations ties;
  private final FindNamed find;
  private final FactKinds kinds;
  private final PartyStore parties;
  private final Journal journal;
  private final DistrictTime time;

  HearCredential(
      RelationStore store,
      SaidStore sayings,
      WhoStands who,
      GrowRelations ties,
      FindNamed find,
      FactKinds kinds,
      PartyStore parties,
      Journal journal,
      DistrictTime time) {
    this.store = store;
    this.sayings = sayings;
    this.who = who;
    this.ties = ties;
    this.find = find;
    this.kinds = kinds;
    this.parties = parties;
    this.journal = journal;
    this.time = time;
  }

  /** As far as the pack declares, whoever is found; each credential once. */
  void learnFrom(SaidByCredential said, Actor by) {
    List<RelationRule> rules = kinds.relationsOf(said.type());
    if (rules.isEmpty()) {
      return;
    }
    store.alone();
    if (!store.hear(said.credential(), time.instant())) {
      return;
    }
    List<RelationRule> says = rules.stream().filter(rule -> says(rule, said)).toList();
    Set<Long> stand = new HashSet<>();
    says.forEach(rule -> stand.addAll(follow(rule, said, by)));
    says.stream().filter(RelationRule::only).forEach(rule -> theOne(rule, said, stand, by));
  }

  private boolean says(RelationRule rule, SaidByCredential said) {
    String own = rule.holderIs() == null ? null : said.claims().get(rule.holderIs());
    return said.claims().containsKey(rule.claim())
        && (rule.holderIs() == null || (own != null && find.holds(said.holder(), own)));
  }

  /** The relations that stand by it; whoever is not found or called otherwise is noted, unnamed. */
  private Set<Long> follow(RelationRule rule, SaidByCredential said, Actor by) {
    Set<Long> stand = new HashSet<>();
    int untaken = 0;
    for (Named one : find.list(rule, said)) {
      Optional<Relation> stands = stand(rule, one, said, by);
      stands.map(Relation::id).ifPresent(stand::add);
      untaken += stands.isPresent() ? 0 : 1;
    }
    if (untaken > 0) {
      note(rule, untaken, said, by);
    }
    return stand;
  }

  /** One that stands already stands by this credential too, whatever name is written beside it. */
  private Optional<Relation> stand(
      RelationRule rule, Named named, SaidByCredential said, Actor by) {
    if (named.party() == null || !fits(relation(rule, said, named.party()))) {
      return Optional.empty();
    }
    NewRelation wanted = relation(rule, said, named.party());
    Optional<Relation> before =
        ties.lasting(said.holder()).filter(one -> one.says(wanted)).findFirst();
    Optional<Relation> stands =
        before.isPresent() || !named.called()
            ? before
            : ties.begin(wanted, by, said.caseNumber() != null);
    stands.ifPresent(
        one -> {
          if (store.base(one.id(), said.credential(), time.instant()) && before.isPresent()) {
            ties.confirm(one, said.source(), by);
          }
        });
    return stands;
  }

  private static NewRelation relation(RelationRule rule, SaidByCredential said, UUID other) {
    return rule.ofHolder()
        ? new NewRelation(other, rule.kind(), said.holder(), said.source())
        : new NewRelation(said.holder(), rule.kind(), other, said.source());
  }

  private boolean fits(NewRelation relation) {
    return relation.kind().fits(kind(relation.party()), kind(relation.other()));
  }

  private PartyName.Kind kind(UUID party) {
    return parties.findName(party).map(PartyName::kind).orElse(PartyName.Kind.PERSON);
  }

  /** Others end after the new one stands, so that whoever represents a firm now is told as well. */
  private void theOne(RelationRule rule, SaidByCredential said, Set<Long> stand, Actor by) {
    sayings.say(said, rule.kind());
    ties.lasting(said.holder())
        .filter(one -> rule.covers(one, said.holder()) && !stand.contains(one.id()))
        .forEach(one -> ties.end(one, said.source(), by));
  }

  /** On the case, where its officers read it. */
  private void note(RelationRule rule, int untaken, SaidByCredential said, Actor by) {
    String subject =
        said.caseNumber() == null ? GrowFile.subject(said.holder()) : "case:" + said.caseNumber();
    Map<String, Object> facts =
        Map.of(
            "kind", rule.kind().name(),
            "named", said.type(),
            "many", untaken,
            "says-zh", PartyEntryWords.UNTAKEN.zh(),
            "says-en", PartyEntryWords.UNTAKEN.en());
    journal.append(new NewEntry(by, "relation.untaken", subject, facts));
  }

  /** Whether credentials of a type say relations. */
  boolean listensTo(String type) {
    return !kinds.relationsOf(type).isEmpty();
  }

  /**
   * What stood by it alone has ended. Where there is one such at a time, whoever should stand
   * without it does; one that was only replaced was right in its time and changes nothing there.
   */
  void forget(TakenBack taken, Actor by) {
    store.alone();
    if (!store.forget(taken, time.instant())) {
      return;
    }
    if (taken.corrected() != null) {
      store.inherit(taken.credential(), taken.corrected());
    }
    store.unbase(taken.credential(), time.instant()).stream()
        .flatMap(id -> store.find(id).stream())
        .filter(one -> endsWith(one, taken.credential()))
        .forEach(one -> ties.end(one, one.source().again(taken.credential()), by));
    if (taken.wrong()) {
      who.without(taken.credential(), by);
    }
  }

  private boolean endsWith(Relation one, UUID credential) {
    return one.until() == null
        && one.source().kind() == Fact.Source.Kind.CREDENTIAL
        && !store.based(one.id())
        && !who.tells(credential, one.kind());
  }
}
