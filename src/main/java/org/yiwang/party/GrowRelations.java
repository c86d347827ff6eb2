package org.yiwang.party;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.journal.Actor;
import org.yiwang.journal.Journal;
import org.yiwang.journal.NewEntry;

/**
 * Puts relations on file and ends them (登记与解除关系). The journal says between whom, of which kind and
 * whence; numbers by which somebody is found stand nowhere in it.
 */
@Component
class GrowRelations {
  private static final String BETWEEN = "[,，;；、]+";

  private final RelationStore store;
  private final FactStore facts;
  private final FactKinds kinds;
  private final PartyStore parties;
  private final TellRelation tell;
  private final Journal journal;
  private final DistrictTime time;

  GrowRelations(
      RelationStore store,
      FactStore facts,
      FactKinds kinds,
      PartyStore parties,
      TellRelation tell,
      Journal journal,
      DistrictTime time) {
    this.store = store;
    this.facts = facts;
    this.kinds = kinds;
    this.parties = parties;
    this.tell = tell;
    this.journal = journal;
    this.time = time;
  }

  /** Once: a second one while it stands changes nothing. */
  void relate(NewRelation relation, Actor by) {
    store
        .insert(relation, time.instant())
        .flatMap(store::find)
        .ifPresent(added -> write("relation.added", added, added.source(), by));
  }

  /** False if it has ended before. */
  boolean end(Relation relation, Fact.Source why, Actor by) {
    boolean ended = store.end(relation.id(), why, time.instant());
    if (ended) {
      write("relation.ended", relation, why, by);
      tell.ended(relation);
    }
    return ended;
  }

  /** What a credential says of its holder and others, as far as the pack declares; once. */
  void learnFrom(SaidByCredential said, Actor by) {
    for (RelationRule rule : kinds.relationsOf(said.type())) {
      String named = said.claims().get(rule.claim());
      if (named != null && isOfHolder(rule, said)) {
        follow(rule, said, parties(named, said.holder()), by);
      }
    }
  }

  private boolean isOfHolder(RelationRule rule, SaidByCredential said) {
    return rule.holderIs() == null
        || Optional.ofNullable(said.claims().get(rule.holderIs()))
            .filter(number -> holds(said.holder(), number))
            .isPresent();
  }

  private void follow(RelationRule rule, SaidByCredential said, Set<UUID> named, Actor by) {
    if (store.knows(said.holder(), rule.kind(), said.credential())) {
      return;
    }
    if (rule.only()) {
      lasting(said.holder())
          .filter(one -> rule.covers(one, said.holder()))
          .filter(one -> !named.contains(one.across(said.holder())))
          .forEach(one -> end(one, said.source(), by));
    }
    named.forEach(other -> stand(relation(rule, said, other), said, by));
  }

  private static NewRelation relation(RelationRule rule, SaidByCredential said, UUID other) {
    return rule.ofHolder()
        ? new NewRelation(other, rule.kind(), said.holder(), said.source())
        : new NewRelation(said.holder(), rule.kind(), other, said.source());
  }

  /** A relation that stands already stands by this credential too. */
  private void stand(NewRelation relation, SaidByCredential said, Actor by) {
    if (!relation.kind().fits(kind(relation.party()), kind(relation.other()))) {
      return;
    }
    relate(relation, by);
    lasting(relation.party())
        .filter(one -> one.party().equals(relation.party()))
        .filter(one -> one.kind() == relation.kind() && one.other().equals(relation.other()))
        .forEach(
            one -> {
              boolean fresh = store.base(one.id(), said.credential(), time.instant());
              if (fresh && !one.source().equals(said.source())) {
                write("relation.confirmed", one, said.source(), by);
              }
            });
  }

  /** A credential counts no more: what stood by it alone has ended. */
  void forget(UUID credential, Actor by) {
    for (long id : store.unbase(credential, time.instant())) {
      store
          .find(id)
          .filter(one -> one.source().kind() == Fact.Source.Kind.CREDENTIAL)
          .filter(one -> one.until() == null && !store.based(id))
          .ifPresent(one -> end(one, one.source().again(credential), by));
    }
  }

  List<UUID> representedBy(UUID party) {
    return lasting(party)
        .filter(one -> one.kind() == Relation.Kind.LEGAL_REPRESENTATIVE)
        .filter(one -> one.party().equals(party))
        .map(Relation::other)
        .toList();
  }

  private Stream<Relation> lasting(UUID party) {
    Instant now = time.instant();
    return store.list(party).stream().filter(one -> one.lasts(now));
  }

  /** Whom numbers lead to: one party each that has it confirmed now, and never the holder. */
  private Set<UUID> parties(String numbers, UUID holder) {
    return Stream.of(numbers.strip().split(BETWEEN))
        .flatMap(number -> find(number).stream())
        .filter(party -> !party.equals(holder))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private Optional<UUID> find(String number) {
    List<UUID> found =
        facts.listByValue(numbers(), number).stream().filter(one -> holds(one, number)).toList();
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  private boolean holds(UUID party, String number) {
    Set<String> ids = numbers().stream().map(FactKind::id).collect(Collectors.toSet());
    return GrowFile.current(facts.list(party), time.instant()).stream()
        .filter(fact -> fact.confidence() == Fact.Confidence.CONFIRMED && ids.contains(fact.kind()))
        .anyMatch(fact -> FactStore.normal(fact.value()).equals(FactStore.normal(number)));
  }

  private List<FactKind> numbers() {
    List<FactKind> numbers = new ArrayList<>(kinds.numbersOf(PartyName.Kind.PERSON));
    kinds.numbersOf(PartyName.Kind.FIRM).stream()
        .filter(kind -> !numbers.contains(kind))
        .forEach(numbers::add);
    return numbers;
  }

  private PartyName.Kind kind(UUID party) {
    return parties.findName(party).map(PartyName::kind).orElse(PartyName.Kind.PERSON);
  }

  private void write(String kind, Relation of, Fact.Source whence, Actor by) {
    Map<String, Object> said =
        Map.of(
            "kind", of.kind().name(),
            "to", GrowFile.subject(of.other()),
            "source", whence.kind().name(),
            "named", whence.name());
    journal.append(new NewEntry(by, kind, GrowFile.subject(of.party()), said));
  }
}
