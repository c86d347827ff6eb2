package org.yiwang.party;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yiwang.identity.Accounts;
import org.yiwang.pack.Defined;
import org.yiwang.pack.PackCheck;
import org.yiwang.pack.PackReading;
import org.yiwang.pack.Problems;
import org.yiwang.pack.Text;

/** PARTY-05 to PARTY-09: the demo's firms and relations are invented and lead somewhere. */
final class DemoFileCheck implements PackCheck {

  @Override
  public void check(PackReading pack, Problems problems) {
    Map<String, FactKind> kinds = new HashMap<>();
    FactKinds.kindsIn(pack).forEach(kind -> kinds.putIfAbsent(kind.id(), kind));
    new Reading(pack, problems, kinds, Accounts.demoAccountsIn(pack), new HashSet<>()).all();
  }

  private record Reading(
      PackReading pack,
      Problems problems,
      Map<String, FactKind> kinds,
      Set<String> accounts,
      Set<String> firms) {

    void all() {
      for (Defined<DemoFile> file : pack.list(PartyPackPart.DEMO)) {
        file.value().firms().forEach(this::firm);
        file.value().people().forEach(this::person);
      }
      for (Defined<DemoFile> file : pack.list(PartyPackPart.DEMO)) {
        file.value().relations().forEach(this::relation);
      }
    }

    private void firm(DemoFile.FirmLine firm) {
      invented(firm, firm.invented());
      if (!firms.add(firm.id()) || accounts.contains(firm.id())) {
        problems.add(
            pack.at(firm, "id"),
            "PARTY-06",
            "The name \"%s\" is taken.".formatted(firm.id()),
            "Give the firm an id that no other firm and no account has.");
      }
      if (firm.representative() != null) {
        account(firm, "representative", firm.representative());
      }
      facts(firm, firm.facts(), PartyName.Kind.FIRM);
      boolean found =
          firm.facts().keySet().stream()
              .map(kinds::get)
              .anyMatch(kind -> kind != null && kind.identifies() && kind.masked());
      if (!found) {
        problems.add(
            pack.at(firm, "facts"),
            "PARTY-09",
            "Nobody could find the firm \"%s\".".formatted(firm.id()),
            "Give it an identifier that identifies, such as its credit code.");
      }
    }

    private void person(DemoFile.PersonLine person) {
      invented(person, person.invented());
      account(person, "account", person.account());
      facts(person, person.facts(), PartyName.Kind.PERSON);
    }

    private void relation(DemoFile.RelationLine relation) {
      invented(relation, relation.invented());
      account(relation, "party", relation.party());
      if (!firms.contains(relation.of()) && !accounts.contains(relation.of())) {
        problems.add(
            pack.at(relation, "of"),
            "PARTY-07",
            "There is no firm and no demo account \"%s\".".formatted(relation.of())
                + problems.nearest(relation.of(), firms),
            "Name a firm of this folder, or somebody of people/*.yaml.");
      }
    }

    private void invented(Object line, boolean invented) {
      if (!invented) {
        problems.add(
            pack.at(line),
            "PARTY-05",
            "This is not marked as invented.",
            "Only invented firms and people may stand in a pack; write \"invented: true\".");
      }
    }

    private void account(Object line, String key, String account) {
      if (!accounts.contains(account)) {
        problems.add(
            pack.at(line, key),
            "PARTY-07",
            "There is no demo account \"%s\".".formatted(account)
                + problems.nearest(account, accounts),
            "Name somebody of people/*.yaml, or add them there.");
      }
    }

    private void facts(Object line, Map<String, String> facts, PartyName.Kind whose) {
      facts.forEach(
          (id, value) -> {
            FactKind kind = kinds.get(id);
            if (kind == null || !kind.fits(whose)) {
              problems.add(
                  pack.at(line, "facts"),
                  "PARTY-08",
                  "Such a file holds no \"%s\".".formatted(id)
                      + (kind == null ? problems.nearest(id, kinds.keySet()) : ""),
                  "Name a kind of party.yaml that fits.");
              return;
            }
            Optional<Text> wrong = FactValue.wrong(kind, value);
            wrong.ifPresent(
                words ->
                    problems.add(
                        pack.at(line, "facts"),
                        "PARTY-08",
                        "\"%s\" cannot be \"%s\".".formatted(id, value),
                        words.en()));
          });
    }
  }
}
