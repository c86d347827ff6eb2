package org.yiwang.party;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
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

/**
 * Puts facts on file (建档). The journal says that, whence and of which kinds, never what: values are
 * in the sealed table alone.
 */
@Component
class GrowFile {
  private final PartyStore parties;
  private final FactStore facts;
  private final GrowRelations relations;
  private final HearCredential hear;
  private final FactKinds kinds;
  private final Journal journal;
  private final DistrictTime time;

  GrowFile(
      PartyStore parties,
      FactStore facts,
      GrowRelations relations,
      HearCredential hear,
      FactKinds kinds,
      Journal journal,
      DistrictTime time) {
    this.parties = parties;
    this.facts = facts;
    this.relations = relations;
    this.hear = hear;
    this.kinds = kinds;
    this.journal = journal;
    this.time = time;
  }

  static String subject(UUID party) {
    return "party:" + party;
  }

  void learn(UUID party, List<NewFact> learned, Actor by) {
    if (learned.isEmpty()) {
      return;
    }
    facts.insertAll(party, learned, time.instant());
    Fact.Source source = learned.getFirst().source();
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("kinds", learned.stream().map(NewFact::kind).toList());
    said.put("source", source.kind().name());
    said.put("named", source.name());
    journal.append(new NewEntry(by, "file.grown", subject(party), said));
    learned.forEach(fact -> rename(party, fact));
  }

  /** A firm is called as its newest confirmed name says; source and date stand with the fact. */
  private void rename(UUID party, NewFact fact) {
    boolean names = kinds.findKind(fact.kind()).filter(FactKind::names).isPresent();
    if (names && fact.confidence() == Fact.Confidence.CONFIRMED) {
      Optional<PartyName> called = parties.findName(party);
      if (called.isPresent() && !called.get().name().zh().equals(fact.value())) {
        parties.rename(party, fact.value());
      }
    }
  }

  void learnFrom(SaidByCredential said, Actor by) {
    List<NewFact> learned = new ArrayList<>();
    said.claims()
        .forEach(
            (claim, value) -> {
              for (FactKind kind : kinds.ofClaim(said.type(), claim)) {
                learned.add(
                    new NewFact(
                        kind.id(), value, said.source(), Fact.Confidence.CONFIRMED, said.until()));
              }
            });
    if (!learned.isEmpty() && !facts.knowsFrom(said.holder(), said.credential().toString())) {
      learned.sort(Comparator.comparing(NewFact::kind));
      learn(said.holder(), learned, by);
    }
    hear.learnFrom(said, by);
  }

  UUID addFirm(NewFirm firm, Actor by) {
    UUID id = parties.insert(PartyName.Kind.FIRM, firm.name(), time.instant());
    learn(id, firm.facts(), by);
    if (firm.representative() != null) {
      relations.relate(
          new NewRelation(
              firm.representative(), Relation.Kind.LEGAL_REPRESENTATIVE, id, firm.source()),
          by);
    }
    return id;
  }

  List<UUID> findByIdentifier(String typed) {
    List<FactKind> identifiers =
        kinds.listKinds().stream().filter(k -> k.identifies() && k.masked()).toList();
    return typed.isBlank() ? List.of() : facts.listByValue(identifiers, typed);
  }

  /** Of each kind the newest that has not ended, in the order given. */
  static List<Fact> current(List<Fact> newestFirst, Instant now) {
    Set<String> seen = new HashSet<>();
    return newestFirst.stream()
        .filter(fact -> fact.until() == null || fact.until().isAfter(now))
        .filter(fact -> seen.add(fact.kind()))
        .toList();
  }
}
