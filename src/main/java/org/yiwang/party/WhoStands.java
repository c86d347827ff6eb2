package org.yiwang.party;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.journal.Actor;
import org.yiwang.party.SaidStore.Saying;

/**
 * Who stands in a relation of which there is one at a time (现任推定): whoever the latest credential
 * names that was not wrong, and whoever came from elsewhere and was not ended by it or before it.
 * Worked out anew whenever a credential turns out to be wrong, in whatever order that happens.
 */
@Component
class WhoStands {
  private final RelationStore store;
  private final SaidStore said;
  private final GrowRelations ties;
  private final FactKinds kinds;
  private final DistrictTime time;

  WhoStands(
      RelationStore store, SaidStore said, GrowRelations ties, FactKinds kinds, DistrictTime time) {
    this.store = store;
    this.said = said;
    this.ties = ties;
    this.kinds = kinds;
    this.time = time;
  }

  /** Whether it is known who said what of this one. */
  boolean tells(UUID credential, Relation.Kind kind) {
    return said.listBy(credential).stream().anyMatch(one -> one.kind() == kind)
        && kinds.only(kind).isPresent();
  }

  /**
   * A credential was wrong: whoever should stand without it does, and nobody else. Whoever stands
   * already stays, with everything they let others do.
   */
  void without(UUID credential, Actor by) {
    for (Saying wrong : said.listBy(credential)) {
      kinds.only(wrong.kind()).ifPresent(rule -> settle(wrong, rule, by));
    }
  }

  private void settle(Saying wrong, RelationRule rule, Actor by) {
    List<Relation> all =
        store.list(wrong.holder()).stream()
            .filter(one -> rule.covers(one, wrong.holder()))
            .toList();
    List<Relation> lasting = all.stream().filter(one -> one.until() == null).toList();
    List<NewRelation> wanted = wanted(wrong, rule, all);
    Fact.Source why = source(wrong, rule);
    wanted.forEach(one -> stand(one, lasting, why, by));
    // after the new one stands, so that whoever represents a firm now is told as well
    lasting.stream()
        .filter(one -> wanted.stream().noneMatch(one::says))
        .forEach(one -> ties.end(one, why, by));
  }

  private void stand(NewRelation wanted, List<Relation> lasting, Fact.Source why, Actor by) {
    Optional<Relation> stands = lasting.stream().filter(one -> one.says(wanted)).findFirst();
    if (stands.isEmpty()) {
      ties.again(wanted, why, by).ifPresent(one -> base(one, wanted.source()));
    } else if (Objects.equals(stands.get().source().ref(), why.ref())) {
      store.source(stands.get().id(), wanted.source());
    }
  }

  private void base(Relation stands, Fact.Source source) {
    if (source.kind() == Fact.Source.Kind.CREDENTIAL) {
      UUID credential = UUID.fromString(Objects.requireNonNull(source.ref()));
      store.base(stands.id(), credential, time.instant());
    }
  }

  /** One for each who should stand, with whence that is known. */
  private List<NewRelation> wanted(Saying of, RelationRule rule, List<Relation> all) {
    List<Saying> sayings = said.list(of.holder(), of.kind());
    int latest = sayings.size() - 1;
    while (latest >= 0 && sayings.get(latest).wrong()) {
      latest--;
    }
    List<NewRelation> wanted = new ArrayList<>();
    if (latest >= 0) {
      named(sayings.get(latest), rule, all).forEach(one -> add(wanted, one));
    }
    Set<String> after =
        sayings.stream()
            .skip(latest + 1L)
            .map(one -> one.credential().toString())
            .collect(Collectors.toSet());
    all.stream()
        .filter(one -> fromElsewhere(one, after) && !denied(one, all))
        .forEach(one -> add(wanted, one.asNew()));
    return wanted;
  }

  private Stream<NewRelation> named(Saying saying, RelationRule rule, List<Relation> all) {
    Set<Long> ids = said.named(saying.credential());
    Fact.Source source = source(saying, rule);
    return all.stream()
        .filter(one -> ids.contains(one.id()) && !denied(one, all))
        .map(one -> new NewRelation(one.party(), one.kind(), one.other(), source));
  }

  /** No credential began it, and none that counts ended it. */
  private static boolean fromElsewhere(Relation one, Set<String> wrongSince) {
    Fact.Source ending = one.ending();
    return one.source().kind() != Fact.Source.Kind.CREDENTIAL
        && (ending == null || (byCredential(ending) && wrongSince.contains(ending.ref())));
  }

  /** A case found since that it is not so. */
  private static boolean denied(Relation said, List<Relation> all) {
    return all.stream()
        .filter(one -> one.id() >= said.id() && one.says(said.asNew()))
        .map(Relation::ending)
        .anyMatch(ending -> ending != null && !byCredential(ending));
  }

  private static boolean byCredential(Fact.Source source) {
    return source.kind() == Fact.Source.Kind.CREDENTIAL;
  }

  private static Fact.Source source(Saying saying, RelationRule rule) {
    String type = Objects.requireNonNullElse(saying.source(), rule.type());
    return new Fact.Source(Fact.Source.Kind.CREDENTIAL, type, saying.credential().toString());
  }

  private static void add(List<NewRelation> wanted, NewRelation one) {
    boolean there =
        wanted.stream()
            .anyMatch(has -> has.party().equals(one.party()) && has.other().equals(one.other()));
    if (!there) {
      wanted.add(one);
    }
  }
}
