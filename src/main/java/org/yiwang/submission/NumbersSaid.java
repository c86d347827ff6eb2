package org.yiwang.submission;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yiwang.credential.Credential;
import org.yiwang.credential.Credentials;
import org.yiwang.pack.Text;
import org.yiwang.party.Fact;
import org.yiwang.party.FactKind;
import org.yiwang.party.FactKinds;
import org.yiwang.party.Parties;
import org.yiwang.party.PartyName;
import org.yiwang.party.Relation;
import org.yiwang.party.RelationRule;

/**
 * Numbers that the holder's own credentials say of people who belong to them (证照载明的号码): a marriage
 * certificate names both. What stands in the other's file is not looked at.
 */
@Component
class NumbersSaid {
  private static final String ROWS = "；";

  private final Parties parties;
  private final Credentials credentials;
  private final FactKinds kinds;

  NumbersSaid(Parties parties, Credentials credentials, FactKinds kinds) {
    this.parties = parties;
    this.credentials = credentials;
    this.kinds = kinds;
  }

  /** A number and the credential that says it. */
  record Said(String number, Text source) {}

  /** The confirmed national number of a person, from their own file. */
  Optional<String> own(UUID party) {
    Optional<FactKind> kind = kinds.numberOf(PartyName.Kind.PERSON);
    return parties.facts(party).stream()
        .filter(fact -> kind.filter(one -> one.id().equals(fact.kind())).isPresent())
        .filter(fact -> fact.confidence() == Fact.Confidence.CONFIRMED)
        .map(Fact::value)
        .findFirst();
  }

  /** Of whoever is called so and stands in that relation to the holder. */
  Optional<Said> of(UUID holder, Relation relation, String name) {
    for (RelationRule rule : kinds.rulesOf(relation.kind())) {
      for (Credential credential : credentials.usable(holder, rule.type())) {
        Optional<String> number = number(rule, credential.claims(), holder, name);
        if (number.isPresent()) {
          return Optional.of(new Said(number.get(), credential.name()));
        }
      }
    }
    return Optional.empty();
  }

  private Optional<String> number(
      RelationRule rule, Map<String, ?> claims, UUID holder, String name) {
    Object numbers = claims.get(rule.claim());
    Object names = rule.named() == null ? null : claims.get(rule.named());
    boolean own =
        rule.holderIs() == null
            || own(holder).equals(Optional.ofNullable(claims.get(rule.holderIs())));
    if (numbers == null || names == null || !own) {
      return Optional.empty();
    }
    List<String> all = List.of(numbers.toString().split(ROWS));
    int at = List.of(names.toString().split(ROWS)).indexOf(name);
    return at < 0 || at >= all.size() ? Optional.empty() : Optional.of(all.get(at).strip());
  }
}
