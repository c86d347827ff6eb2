package org.yiwang.party;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.journal.Actor;
import org.yiwang.journal.Journal;
import org.yiwang.journal.NewEntry;

/**
 * Puts relations on file and ends them (登记与解除关系), one transaction after the other. The journal says
 * between whom, of which kind and whence; numbers by which somebody is found stand nowhere in it.
 */
@Component
class GrowRelations {
  private final RelationStore store;
  private final TellRelation tell;
  private final GiveMandate mandates;
  private final Journal journal;
  private final DistrictTime time;

  GrowRelations(
      RelationStore store,
      TellRelation tell,
      GiveMandate mandates,
      Journal journal,
      DistrictTime time) {
    this.store = store;
    this.tell = tell;
    this.mandates = mandates;
    this.journal = journal;
    this.time = time;
  }

  /** Once: a second one while it stands changes nothing. Of invented ones nobody is told. */
  void relate(NewRelation relation, Actor by) {
    store.alone();
    begin(relation, by, relation.source().kind() != Fact.Source.Kind.PACK);
  }

  /** Empty if it stands already. */
  Optional<Relation> begin(NewRelation relation, Actor by, boolean told) {
    Optional<Relation> begun = store.insert(relation, time.instant()).flatMap(store::find);
    begun.ifPresent(
        added -> {
          write("relation.added", added, added.source(), by);
          if (told) {
            tell.began(added);
          }
        });
    return begun;
  }

  /** Whoever ended by something that should not have been said stands as before, from now on. */
  Optional<Relation> again(NewRelation former, Fact.Source why, Actor by) {
    Optional<Relation> begun = store.insert(former, time.instant()).flatMap(store::find);
    begun.ifPresent(
        stands -> {
          write("relation.again", stands, why, by);
          tell.began(stands);
        });
    return begun;
  }

  /** False if it has ended before. What a representative let others do for the firm ends too. */
  boolean end(Relation relation, Fact.Source why, Actor by) {
    store.alone();
    boolean ended = store.end(relation.id(), why, time.instant());
    if (ended) {
      write("relation.ended", relation, why, by);
      tell.ended(relation);
      if (relation.kind() == Relation.Kind.LEGAL_REPRESENTATIVE) {
        mandates.endGivenBy(relation.party(), relation.other(), by);
      }
    }
    return ended;
  }

  /** A credential says the same as something before it. */
  void confirm(Relation relation, Fact.Source also, Actor by) {
    write("relation.confirmed", relation, also, by);
  }

  List<UUID> representedBy(UUID party) {
    return lasting(party)
        .filter(one -> one.kind() == Relation.Kind.LEGAL_REPRESENTATIVE)
        .filter(one -> one.party().equals(party))
        .map(Relation::other)
        .toList();
  }

  Stream<Relation> lasting(UUID party) {
    Instant now = time.instant();
    return store.list(party).stream().filter(one -> one.lasts(now));
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
