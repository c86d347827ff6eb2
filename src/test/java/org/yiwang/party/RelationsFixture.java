package org.yiwang.party;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.yiwang.ProgramTest;
import org.yiwang.identity.Account;
import org.yiwang.identity.Accounts;
import org.yiwang.identity.Reach;
import org.yiwang.identity.Viewer;
import org.yiwang.journal.Actor;
import org.yiwang.journal.Entry;
import org.yiwang.journal.Journal;
import org.yiwang.notice.Notices;
import org.yiwang.pack.Text;

/** What tests of relations say in the name of credentials, and what they read of files. */
@ProgramTest
@TestPropertySource(properties = {"yiwang.demo=true", "yiwang.demo-cases=0"})
abstract class RelationsFixture {
  static final String LICENCE = "business-licence";
  static final String INSURANCE = "social-insurance-account";
  static final String WEDDING = "marriage-certificate";

  /** A number with the right check character that nobody has. */
  static final String NOBODYS = "999999194403080030";

  /** The case out of which credentials come here. */
  static final String CASE = "YP-20261126-00777";

  @Autowired Parties parties;
  @Autowired Mandates mandates;
  @Autowired Accounts accounts;
  @Autowired Journal journal;
  @Autowired Notices notices;

  UUID firm() {
    var source = new Fact.Source(Fact.Source.Kind.PACK, "test", null);
    return parties.addFirm(new NewFirm(Text.same("关系测试公司"), null, List.of(), source), Actor.SYSTEM);
  }

  Account account(String login) {
    return accounts.findByLogin(login).orElseThrow();
  }

  Viewer viewer(String login) {
    Account account = account(login);
    return new Viewer(
        account.id().toString(), account.name(), account.roles(), Set.of(), Reach.none());
  }

  UUID party(String login) {
    return parties.ofAccount(account(login).id().toString(), name(login));
  }

  String name(String login) {
    return account(login).name().zh();
  }

  /** The number on somebody's identity card. */
  String number(String login) {
    return parties.facts(party(login)).stream()
        .filter(fact -> fact.kind().equals("person-id"))
        .map(Fact::value)
        .findFirst()
        .orElseThrow(() -> new AssertionError(login + parties.ownFile(party(login))));
  }

  SaidByCredential said(UUID holder, String type, UUID credential, Map<String, String> claims) {
    return new SaidByCredential(holder, type, credential, claims, null, CASE);
  }

  UUID says(UUID holder, String type, Map<String, String> claims) {
    UUID credential = UUID.randomUUID();
    parties.learnFrom(said(holder, type, credential, claims), Actor.SYSTEM);
    return credential;
  }

  Map<String, String> representative(String login) {
    return Map.of("representative-id", number(login), "representative", name(login));
  }

  UUID represents(UUID firm, String login) {
    return says(firm, LICENCE, representative(login));
  }

  Map<String, String> employees(String... logins) {
    return Map.of(
        "employees", Stream.of(logins).map(this::number).collect(Collectors.joining("；")),
        "employee-names", Stream.of(logins).map(this::name).collect(Collectors.joining("；")));
  }

  Map<String, String> wedding(String husband, String wife) {
    return Map.of(
        "husband",
        name(husband),
        "husband-id",
        number(husband),
        "wife",
        name(wife),
        "wife-id",
        number(wife));
  }

  List<Relation> of(UUID party) {
    return parties.ownFile(party).relations();
  }

  List<UUID> lasting(UUID party) {
    return of(party).stream()
        .filter(one -> one.until() == null)
        .map(one -> one.across(party))
        .toList();
  }

  List<String> journal(UUID party) {
    return kinds("party:" + party);
  }

  List<String> kinds(String subject) {
    return journal.list(subject).stream()
        .map(Entry::kind)
        .filter(kind -> kind.startsWith("relation."))
        .toList();
  }

  /** What was said to an account about a party, in both languages. */
  List<String> told(String login, UUID about) {
    return notices.listAbout("party:" + about).stream()
        .filter(one -> account(login).id().toString().equals(one.to().account()))
        .map(one -> String.valueOf(one.words()))
        .toList();
  }
}
