package org.yiwang.party;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.calendar.DistrictTime;

/**
 * Whom a credential names (证照所指): one party each that has the number confirmed now and is called as
 * it is written beside it. Neither number nor name leaves this class.
 */
@Component
class FindNamed {
  private static final String BETWEEN = "[,，;；、]+";

  /** What the program itself writes between rows; where it stands nothing else divides. */
  private static final String ROWS = "；";

  private final FactStore facts;
  private final FactKinds kinds;
  private final Names names;
  private final DistrictTime time;

  FindNamed(FactStore facts, FactKinds kinds, Names names, DistrictTime time) {
    this.facts = facts;
    this.kinds = kinds;
    this.names = names;
    this.time = time;
  }

  /**
   * One of those whom a claim names.
   *
   * @param party null if the number is nobody's here, or the holder's own
   * @param called whether the name beside it is theirs
   */
  record Named(@Nullable UUID party, boolean called) {}

  /** Whom the rule's claim names, in its order; the rule's claim has to be there. */
  List<Named> list(RelationRule rule, SaidByCredential said) {
    List<String> numbers = split(said.claims().getOrDefault(rule.claim(), ""));
    List<String> written = written(rule, said, numbers.size());
    List<Named> found = new ArrayList<>();
    for (int i = 0; i < numbers.size(); i++) {
      UUID party = find(numbers.get(i)).filter(one -> !one.equals(said.holder())).orElse(null);
      boolean called = rule.named() == null;
      if (!called && party != null && written.size() == numbers.size()) {
        called = called(party, written.get(i));
      }
      found.add(new Named(party, called));
    }
    return found;
  }

  private static List<String> written(RelationRule rule, SaidByCredential said, int many) {
    String all = rule.named() == null ? "" : said.claims().getOrDefault(rule.named(), "");
    return many == 1 ? List.of(all) : split(all);
  }

  private static List<String> split(String several) {
    return Stream.of(several.split(several.contains(ROWS) ? ROWS : BETWEEN))
        .map(String::strip)
        .filter(one -> !one.isEmpty())
        .toList();
  }

  /** Whether it is a number of that party's document or licence, confirmed and current. */
  boolean holds(UUID party, String number) {
    Set<String> ids = numbers().stream().map(FactKind::id).collect(Collectors.toSet());
    return confirmed(party)
        .filter(fact -> ids.contains(fact.kind()))
        .anyMatch(fact -> same(fact.value(), number));
  }

  /** The person who has that number confirmed now, and is called so. */
  Optional<UUID> findPerson(String number, String name) {
    return find(number)
        .filter(party -> names.find(party).filter(FindNamed::isPerson).isPresent())
        .filter(party -> called(party, name));
  }

  private static boolean isPerson(PartyName name) {
    return name.kind() == PartyName.Kind.PERSON;
  }

  private Optional<UUID> find(String number) {
    List<UUID> found =
        facts.listByValue(numbers(), number).stream().filter(one -> holds(one, number)).toList();
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  /** As the file is headed, in either language, or as a confirmed fact says. */
  private boolean called(UUID party, String name) {
    Optional<PartyName> known = names.find(party);
    if (name.isBlank() || known.isEmpty()) {
      return false;
    }
    Optional<String> naming = kinds.naming(known.get().kind()).map(FactKind::id);
    Stream<String> said =
        confirmed(party)
            .filter(fact -> naming.filter(fact.kind()::equals).isPresent())
            .map(Fact::value);
    return Stream.concat(Stream.of(known.get().name().zh(), known.get().name().en()), said)
        .anyMatch(one -> same(one, name));
  }

  private Stream<Fact> confirmed(UUID party) {
    return GrowFile.current(facts.list(party), time.instant()).stream()
        .filter(fact -> fact.confidence() == Fact.Confidence.CONFIRMED);
  }

  private static boolean same(String one, String other) {
    return FactStore.normal(one).equals(FactStore.normal(other));
  }

  private List<FactKind> numbers() {
    return Stream.concat(
            kinds.numbersOf(PartyName.Kind.PERSON).stream(),
            kinds.numbersOf(PartyName.Kind.FIRM).stream())
        .distinct()
        .toList();
  }
}
