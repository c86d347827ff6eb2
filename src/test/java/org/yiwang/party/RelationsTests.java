package org.yiwang.party;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.test.context.TestPropertySource;
import org.yiwang.ProgramTest;
import org.yiwang.identity.Account;
import org.yiwang.identity.Accounts;
import org.yiwang.identity.Reach;
import org.yiwang.identity.Viewer;
import org.yiwang.journal.Actor;
import org.yiwang.journal.Entry;
import org.yiwang.journal.Journal;
import org.yiwang.notice.Notice;
import org.yiwang.notice.Notices;
import org.yiwang.pack.Text;

/**
 * Relations come from credentials as the pack declares, on the files of both sides; they end with
 * the credential, by one that names somebody else, or by a case, and acting by them ends at once.
 */
@ProgramTest
@TestPropertySource(properties = {"yiwang.demo=true", "yiwang.demo-cases=0"})
class RelationsTests {
  private static final String LICENCE = "business-licence";

  @Autowired private Parties parties;
  @Autowired private Mandates mandates;
  @Autowired private Accounts accounts;
  @Autowired private Journal journal;
  @Autowired private Notices notices;
  @Autowired private DemoParties demo;

  private UUID firm() {
    var source = new Fact.Source(Fact.Source.Kind.PACK, "test", null);
    return parties.addFirm(new NewFirm(Text.same("关系测试公司"), null, List.of(), source), Actor.SYSTEM);
  }

  private Viewer viewer(String login) {
    Account account = accounts.findByLogin(login).orElseThrow();
    return new Viewer(
        account.id().toString(), account.name(), account.roles(), Set.of(), Reach.none());
  }

  private UUID party(String login) {
    Account account = accounts.findByLogin(login).orElseThrow();
    return parties.ofAccount(account.id().toString(), account.name().zh());
  }

  /** The number on somebody's identity card. */
  private String number(String login) {
    return parties.facts(party(login)).stream()
        .filter(fact -> fact.kind().equals("person-id"))
        .map(Fact::value)
        .findFirst()
        .orElseThrow(() -> new AssertionError(login + parties.ownFile(party(login))));
  }

  private UUID says(UUID holder, String type, Map<String, String> claims) {
    UUID credential = UUID.randomUUID();
    parties.learnFrom(new SaidByCredential(holder, type, credential, claims, null), Actor.SYSTEM);
    return credential;
  }

  private UUID represents(UUID firm, String number) {
    return says(firm, LICENCE, Map.of("representative-id", number));
  }

  private List<Relation> of(UUID party) {
    return parties.ownFile(party).relations();
  }

  private List<UUID> lasting(UUID party) {
    return of(party).stream()
        .filter(one -> one.until() == null)
        .map(one -> one.across(party))
        .toList();
  }

  private List<String> journal(UUID party) {
    return journal.list("party:" + party).stream()
        .map(Entry::kind)
        .filter(kind -> kind.startsWith("relation."))
        .toList();
  }

  @Test
  void aNewLicenceEndsOneRepresentativeAndBeginsAnother() {
    UUID firm = firm();
    UUID first = represents(firm, number("lu"));
    assertThat(mandates.standsFor(viewer("lu"), firm)).isTrue();
    assertThat(of(firm))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.kind()).isEqualTo(Relation.Kind.LEGAL_REPRESENTATIVE);
              assertThat(one.party()).isEqualTo(party("lu"));
              assertThat(one.source().name()).isEqualTo(LICENCE);
              assertThat(one.source().ref()).isEqualTo(first.toString());
            });

    UUID second = represents(firm, number("he"));
    parties.forgetFrom(first, Actor.SYSTEM);

    assertThat(lasting(firm)).containsExactly(party("he"));
    assertThat(mandates.standsFor(viewer("lu"), firm)).isFalse();
    assertThat(mandates.mayAct(viewer("lu"), firm, "company-change")).isFalse();
    assertThat(mandates.mayAct(viewer("he"), firm, "company-change")).isTrue();
    assertThat(parties.representedBy(party("lu"))).doesNotContain(firm);
    assertThat(of(party("lu")))
        .filteredOn(one -> one.other().equals(firm))
        .singleElement()
        .satisfies(
            over -> {
              assertThat(over.until()).isNotNull();
              assertThat(over.ending())
                  .isEqualTo(
                      new Fact.Source(Fact.Source.Kind.CREDENTIAL, LICENCE, second.toString()));
            });
  }

  @Test
  void aRenewedLicenceThatNamesTheSamePersonChangesNothingAndARevokedOneEndsIt() {
    UUID firm = firm();
    UUID first = represents(firm, number("lu"));
    UUID second = represents(firm, number("lu"));
    parties.forgetFrom(first, Actor.SYSTEM);
    assertThat(lasting(firm)).containsExactly(party("lu"));

    parties.forgetFrom(second, Actor.SYSTEM);
    assertThat(lasting(firm)).isEmpty();
    assertThat(of(firm)).hasSize(1);
    assertThat(mandates.standsFor(viewer("lu"), firm)).isFalse();
  }

  @Test
  void nobodyIsFoundByATelephoneNumberAStrangersNumberOrTheirOwn() {
    UUID firm = firm();
    represents(firm, "10000000002");
    represents(firm, "999999194403080030");
    says(firm, "social-insurance-account", Map.of("employees", "999999194403080030；100"));
    assertThat(of(firm)).isEmpty();
    says(party("lu"), "marriage-certificate", wedding(number("lu"), number("lu")));
    assertThat(of(party("lu"))).noneMatch(one -> one.kind() == Relation.Kind.SPOUSE);
  }

  @Test
  void aLicenceThatNamesSomebodyUnknownEndsThePresentOneAllTheSame() {
    UUID firm = firm();
    represents(firm, number("lu"));
    represents(firm, "999999194403080030");
    assertThat(lasting(firm)).isEmpty();
  }

  @Test
  void severalEmployeesStandInOneClaimAndWhoHasNoFileIsLeftOut() {
    UUID firm = firm();
    String named = number("he") + "；999999194403080030；" + number("wu").toLowerCase();
    UUID credential = says(firm, "social-insurance-account", Map.of("employees", named));
    assertThat(lasting(firm)).containsExactlyInAnyOrder(party("he"), party("wu"));
    assertThat(of(firm)).allMatch(one -> one.kind() == Relation.Kind.EMPLOYEE);
    assertThat(of(firm)).allMatch(one -> one.other().equals(firm));
    assertThat(journal.list("party:" + party("he")).toString()).doesNotContain(number("he"));

    parties.forgetFrom(credential, Actor.SYSTEM);
    assertThat(lasting(firm)).isEmpty();
  }

  private static Map<String, String> wedding(String husband, String wife) {
    return Map.of("husband-id", husband, "wife-id", wife);
  }

  @Test
  void aCertificateMakesSpousesWhicheverOfThemHoldsItAndNobodyElse() {
    says(party("jiang"), "marriage-certificate", wedding(number("he"), number("lu")));
    assertThat(lasting(party("he"))).doesNotContain(party("lu"));

    UUID held = says(party("lu"), "marriage-certificate", wedding(number("jiang"), number("lu")));
    assertThat(lasting(party("jiang"))).contains(party("lu"));
    UUID other =
        says(party("jiang"), "marriage-certificate", wedding(number("jiang"), number("lu")));
    parties.forgetFrom(held, Actor.SYSTEM);
    parties.forgetFrom(other, Actor.SYSTEM);
    assertThat(lasting(party("jiang"))).doesNotContain(party("lu"));
  }

  @Test
  void whatEndedByACaseSaysSoOnBothFilesAndInTheJournalAndToBoth() {
    UUID firm = firm();
    UUID credential = says(firm, "social-insurance-account", Map.of("employees", number("ye")));
    Relation relation = of(firm).getFirst();
    Fact.Source why = Fact.Source.ofCase("YP-20261126-00001");

    assertThat(parties.endRelation(relation, why, Actor.SYSTEM)).isTrue();
    assertThat(parties.endRelation(relation, why, Actor.SYSTEM)).isFalse();

    for (UUID side : List.of(firm, party("ye"))) {
      assertThat(of(side))
          .filteredOn(one -> one.id() == relation.id())
          .singleElement()
          .satisfies(one -> assertThat(one.ending()).isEqualTo(why));
    }
    assertThat(journal(party("ye"))).contains("relation.ended");
    assertThat(notices.listAbout("party:" + party("ye")))
        .extracting(Notice::words)
        .anySatisfy(words -> assertThat(String.valueOf(words)).contains("关系测试公司", "员工"));
    parties.learnFrom(
        new SaidByCredential(
            firm, "social-insurance-account", credential, Map.of("employees", number("ye")), null),
        Actor.SYSTEM);
    assertThat(lasting(firm)).as("told again at the next start").isEmpty();
  }

  @Test
  void whatEndedOfTheDemoDoesNotBeginAgainAtTheNextStart() {
    UUID mother = party("wang");
    Relation child =
        of(mother).stream()
            .filter(one -> one.party().equals(party("li")))
            .findFirst()
            .orElseThrow();
    parties.endRelation(child, Fact.Source.ofCase("YP-20261126-00002"), Actor.SYSTEM);
    demo.run(new DefaultApplicationArguments());
    assertThat(lasting(mother)).doesNotContain(party("li"));
  }
}
