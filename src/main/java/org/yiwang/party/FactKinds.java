package org.yiwang.party;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yiwang.pack.Defined;
import org.yiwang.pack.District;
import org.yiwang.pack.PackReading;

/** What a file may hold here (档案目录), as the pack declares it. Read once, then immutable. */
@Component
public final class FactKinds {
  private final Map<String, FactKind> byId = new LinkedHashMap<>();
  private final Map<String, List<FactKind>> byClaim = new LinkedHashMap<>();
  private final List<RelationRule> rules = new ArrayList<>();

  FactKinds(District district) {
    for (Defined<PartyFile> file : district.list(PartyPackPart.KINDS)) {
      rules.addAll(file.value().relations());
      for (FactKind kind : file.value().facts()) {
        byId.put(kind.id(), kind);
        kind.from()
            .forEach(claim -> byClaim.computeIfAbsent(claim, c -> new ArrayList<>()).add(kind));
      }
    }
  }

  /** The kind of that id, if the pack declares one. */
  public Optional<FactKind> findKind(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** Every kind, in the order of the pack. */
  public List<FactKind> listKinds() {
    return List.copyOf(byId.values());
  }

  /** By which number such a party is known here: a national one before others. */
  public Optional<FactKind> numberOf(PartyName.Kind party) {
    return numbersOf(party).stream().findFirst();
  }

  /** By which numbers such a party can be known here, the usual one first. */
  public List<FactKind> numbersOf(PartyName.Kind party) {
    return byId.values().stream()
        .filter(kind -> kind.numbers() && kind.fits(party))
        .sorted(Comparator.comparing(kind -> !kind.national()))
        .toList();
  }

  /** How such a party is called. */
  Optional<FactKind> naming(PartyName.Kind party) {
    return byId.values().stream()
        .filter(kind -> kind.identifies() && !kind.masked() && kind.fits(party))
        .findFirst();
  }

  /** Under which telephone number such a party is found. */
  Optional<FactKind> phoneOf(PartyName.Kind party) {
    return byId.values().stream()
        .filter(kind -> kind.check() == FactKind.Check.PHONE && kind.fits(party))
        .findFirst();
  }

  /** The kinds that a claim of a credential feeds. */
  List<FactKind> ofClaim(String type, String claim) {
    return byClaim.getOrDefault(type + "/" + claim, List.of());
  }

  /** What credentials of a type say of their holder and others. */
  List<RelationRule> relationsOf(String type) {
    return rules.stream().filter(rule -> rule.type().equals(type)).toList();
  }

  /** What credentials say of two parties who belong together like that. */
  public List<RelationRule> rulesOf(Relation.Kind kind) {
    return rules.stream().filter(rule -> rule.kind() == kind).toList();
  }

  /** The rule by which there is one such relation at a time, if there is. */
  Optional<RelationRule> only(Relation.Kind kind) {
    return rules.stream().filter(rule -> rule.only() && rule.kind() == kind).findFirst();
  }

  /** What a pack declares credentials to say of two parties, for checks by other modules. */
  public static List<RelationRule> relationsIn(PackReading pack) {
    return pack.list(PartyPackPart.KINDS).stream()
        .flatMap(file -> file.value().relations().stream())
        .toList();
  }

  /** The kinds a pack declares, for checks by other modules while it is being read. */
  public static List<FactKind> kindsIn(PackReading pack) {
    return pack.list(PartyPackPart.KINDS).stream()
        .flatMap(file -> file.value().facts().stream())
        .toList();
  }
}
