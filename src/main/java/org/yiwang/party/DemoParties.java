package org.yiwang.party;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.yiwang.identity.Account;
import org.yiwang.identity.Accounts;
import org.yiwang.journal.Actor;
import org.yiwang.pack.District;

/** Begins the files of the pack's invented firms and people, once. */
@Component
@Order(15)
class DemoParties implements ApplicationRunner {
  private static final Fact.Source PACK = new Fact.Source(Fact.Source.Kind.PACK, "demo", null);

  private final District district;
  private final Parties parties;
  private final Accounts accounts;
  private final DemoFirms firms;
  private final TransactionOperations transaction;
  private final boolean demo;

  DemoParties(
      District district,
      Parties parties,
      Accounts accounts,
      DemoFirms firms,
      TransactionOperations transaction,
      @Value("${yiwang.demo:false}") boolean demo) {
    this.district = district;
    this.parties = parties;
    this.accounts = accounts;
    this.firms = firms;
    this.transaction = transaction;
    this.demo = demo;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    if (demo) {
      transaction.executeWithoutResult(
          state ->
              district.list(PartyPackPart.DEMO).forEach(file -> new Filling().fill(file.value())));
    }
  }

  /** One file of the pack being followed. */
  private final class Filling {
    private final Map<String, UUID> begun = new HashMap<>();

    void fill(DemoFile file) {
      file.firms().forEach(firm -> begun.put(firm.id(), firm(firm)));
      file.people().forEach(this::person);
      file.relations().forEach(this::relation);
    }

    private UUID firm(DemoFile.FirmLine line) {
      return firms.find(line).findFirst().orElseGet(() -> added(line));
    }

    private UUID added(DemoFile.FirmLine line) {
      UUID head = Optional.ofNullable(line.representative()).flatMap(this::ofAccount).orElse(null);
      return parties.addFirm(
          new NewFirm(line.name(), head, facts(line.facts()), PACK), Actor.SYSTEM);
    }

    private void person(DemoFile.PersonLine line) {
      ofAccount(line.account())
          .ifPresent(
              party -> {
                boolean known =
                    parties.ownFile(party).facts().stream()
                        .anyMatch(fact -> fact.source().equals(PACK));
                if (!known) {
                  parties.learn(party, facts(line.facts()), Actor.SYSTEM);
                }
              });
    }

    private void relation(DemoFile.RelationLine line) {
      Optional<UUID> of = Optional.ofNullable(begun.get(line.of())).or(() -> ofAccount(line.of()));
      ofAccount(line.party())
          .ifPresent(
              party ->
                  of.ifPresent(other -> relate(new NewRelation(party, line.is(), other, PACK))));
    }

    /** Once: what has ended since does not begin again at the next start. */
    private void relate(NewRelation relation) {
      boolean known =
          parties.ownFile(relation.party()).relations().stream()
              .filter(one -> one.party().equals(relation.party()))
              .filter(one -> one.other().equals(relation.other()))
              .anyMatch(one -> one.kind() == relation.kind());
      if (!known) {
        parties.relate(relation, Actor.SYSTEM);
      }
    }

    private Optional<UUID> ofAccount(String login) {
      return accounts.findByLogin(login).map(this::party);
    }

    private UUID party(Account account) {
      return parties.ofAccount(account.id().toString(), account.name().zh());
    }

    private List<NewFact> facts(Map<String, String> given) {
      return given.entrySet().stream()
          .map(
              fact ->
                  new NewFact(fact.getKey(), fact.getValue(), PACK, Fact.Confidence.STATED, null))
          .toList();
    }
  }
}
