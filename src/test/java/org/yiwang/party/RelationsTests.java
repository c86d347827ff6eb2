package org.yiwang.party;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.yiwang.journal.Actor;
import org.yiwang.notice.Notice;

/**
 * Relations come from credentials as the pack declares, on the files of both sides; they end with
 * the credential, by one that names somebody else, or by a case, and acting by them ends at once.
 */
class RelationsTests extends RelationsFixture {
  @Autowired private DemoParties demo;

  @Test
  void aNewLicenceEndsOneRepresentativeAndBeginsAnother() {
    UUID firm = firm();
    UUID first = represents(firm, "lu");
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

    UUID second = represents(firm, "he");
    parties.forgetFrom(TakenBack.wrong(first), Actor.SYSTEM);

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
  void whoeverLosesAFirmIsToldAndWhoeverTakesItOver() {
    UUID firm = firm();
    represents(firm, "lu");
    assertThat(told("lu", party("lu")))
        .filteredOn(words -> words.contains("关系测试公司"))
        .last()
        .satisfies(words -> assertThat(words).contains("法定代表人", "已登记", "is on file now"))
        .satisfies(words -> assertThat(words).contains("陆**").doesNotContain("陆静怡"));

    represents(firm, "he");
    assertThat(told("lu", party("lu"))).last().asString().contains("关系测试公司", "结束", "has ended");
    assertThat(told("he", party("he"))).last().asString().contains("关系测试公司", "已登记");
    assertThat(told("he", party("lu")))
        .as("for the firm whoever represents it now")
        .last()
        .asString()
        .contains("结束");
  }

  @Test
  void ofWhatTheDemoBeginsWithNobodyIsTold() {
    assertThat(told("ye", party("ye")))
        .as("the licence and the marriage of the samples")
        .noneMatch(words -> words.contains("新页书店") || words.contains("陆**"));
    assertThat(of(party("ye"))).extracting(Relation::kind).contains(Relation.Kind.SPOUSE);
    int before = told("wu", party("wu")).size();
    UUID firm = firm();
    parties.learnFrom(
        new SaidByCredential(firm, LICENCE, UUID.randomUUID(), representative("wu"), null, null),
        Actor.SYSTEM);
    assertThat(lasting(firm)).containsExactly(party("wu"));
    assertThat(told("wu", party("wu"))).hasSize(before);
  }

  @Test
  void nobodyIsFoundByATelephoneNumberAStrangersNumberOrTheirOwn() {
    UUID firm = firm();
    says(firm, LICENCE, Map.of("representative-id", "10000000002", "representative", "李敏"));
    says(firm, LICENCE, Map.of("representative-id", NOBODYS, "representative", "李敏"));
    says(firm, INSURANCE, Map.of("employees", NOBODYS + "；100", "employee-names", "甲；乙"));
    assertThat(of(firm)).isEmpty();
    says(party("he"), WEDDING, wedding("he", "he"));
    assertThat(of(party("he"))).noneMatch(one -> one.kind() == Relation.Kind.SPOUSE);
  }

  @Test
  void aNumberUnderAWrongNameShowsNobody() {
    UUID firm = firm();
    int before = kinds("case:" + CASE).size();
    says(firm, LICENCE, Map.of("representative-id", number("jiang"), "representative", "蒋二鸣"));
    says(firm, LICENCE, Map.of("representative-id", number("jiang")));
    says(firm, LICENCE, Map.of("representative-id", NOBODYS, "representative", "蒋一鸣"));
    Map<String, String> crossed =
        Map.of(
            "employees", number("he") + "；" + number("wu"),
            "employee-names", name("wu") + "；" + name("he"));
    says(firm, INSURANCE, crossed);
    says(firm, INSURANCE, Map.of("employees", crossed.get("employees"), "employee-names", "何志强"));

    assertThat(of(firm)).isEmpty();
    assertThat(told("jiang", party("jiang"))).noneMatch(words -> words.contains("关系测试公司"));
    assertThat(kinds("case:" + CASE).subList(before, before + 5))
        .as("the same entry for a wrong name and for a number that nobody has")
        .containsOnly("relation.untaken");
    assertThat(journal.list("case:" + CASE).toString())
        .doesNotContain(number("jiang"), number("he"), NOBODYS, "蒋一鸣", "何志强");
    assertThat(journal(firm)).isEmpty();
  }

  @Test
  void aNameIsComparedWithoutSpacesAndCapitalsInEitherLanguage() {
    UUID firm = firm();
    String english = account("he").name().en();
    assertThat(english).isNotEqualTo(name("he"));
    says(
        firm,
        LICENCE,
        Map.of(
            "representative-id",
            number("he"),
            "representative",
            " " + english.toUpperCase(Locale.ROOT).replace(" ", "  ") + " "));
    assertThat(lasting(firm)).containsExactly(party("he"));
    says(firm, LICENCE, Map.of("representative-id", number("wu"), "representative", "吴 海涛"));
    assertThat(lasting(firm)).containsExactly(party("wu"));
  }

  @Test
  void whoStandsAlreadyStaysByTheNumberWhateverNameIsWrittenBesideIt() {
    UUID firm = firm();
    UUID first = represents(firm, "lu");
    says(firm, LICENCE, Map.of("representative-id", number("lu"), "representative", "陆静宜"));
    parties.forgetFrom(TakenBack.wrong(first), Actor.SYSTEM);
    assertThat(lasting(firm)).containsExactly(party("lu"));
  }

  @Test
  void aLicenceThatNamesSomebodyUnknownOrCalledOtherwiseEndsThePresentOneAllTheSame() {
    for (String number : List.of(NOBODYS, number("he"))) {
      UUID firm = firm();
      represents(firm, "lu");
      says(firm, LICENCE, Map.of("representative-id", number, "representative", "林某"));
      assertThat(lasting(firm)).isEmpty();
      assertThat(mandates.standsFor(viewer("lu"), firm)).isFalse();
    }
  }

  @Test
  void severalEmployeesStandInOneClaimAndWhoHasNoFileIsLeftOut() {
    UUID firm = firm();
    Map<String, String> three =
        Map.of(
            "employees", number("he") + "；" + NOBODYS + "；" + number("wu").toLowerCase(Locale.ROOT),
            "employee-names", name("he") + "；顾一凡；" + name("wu"));
    UUID credential = says(firm, INSURANCE, three);
    assertThat(lasting(firm)).containsExactlyInAnyOrder(party("he"), party("wu"));
    assertThat(of(firm)).allMatch(one -> one.kind() == Relation.Kind.EMPLOYEE);
    assertThat(of(firm)).allMatch(one -> one.other().equals(firm));
    assertThat(journal.list("party:" + party("he")).toString()).doesNotContain(number("he"));

    parties.forgetFrom(TakenBack.wrong(credential), Actor.SYSTEM);
    assertThat(lasting(firm)).isEmpty();
  }

  @Test
  void aCommaInANameDividesNobodyWhereRowsAreWrittenOneAfterTheOther() {
    String number = "999999198803150035";
    UUID smith = parties.ofAccount("relations-smith", "Smith, John");
    var seen = new Fact.Source(Fact.Source.Kind.OFFICER, "test", null);
    parties.learn(
        smith,
        List.of(new NewFact("person-id", number, seen, Fact.Confidence.CONFIRMED, null)),
        Actor.SYSTEM);
    UUID firm = firm();
    says(
        firm,
        INSURANCE,
        Map.of(
            "employees", number("he") + "；" + number,
            "employee-names", name("he") + "；Smith, John"));
    assertThat(lasting(firm)).containsExactlyInAnyOrder(party("he"), smith);
  }

  @Test
  void whatWasHeardOnceIsNotHeardAgainWhoeverWasFound() {
    UUID firm = firm();
    UUID credential = UUID.randomUUID();
    var nobody = Map.of("employees", NOBODYS, "employee-names", "顾一凡");
    int before = kinds("case:" + CASE).size();
    parties.learnFrom(said(firm, INSURANCE, credential, nobody), Actor.SYSTEM);
    parties.learnFrom(said(firm, INSURANCE, credential, nobody), Actor.SYSTEM);
    parties.learnFrom(said(firm, INSURANCE, credential, employees("he")), Actor.SYSTEM);
    assertThat(of(firm)).isEmpty();
    assertThat(kinds("case:" + CASE)).hasSize(before + 1);
  }

  @Test
  void aCertificateMakesSpousesWhicheverOfThemHoldsItAndNobodyElse() {
    says(party("jiang"), WEDDING, wedding("he", "li"));
    assertThat(lasting(party("he"))).doesNotContain(party("li"));

    UUID held = says(party("li"), WEDDING, wedding("jiang", "li"));
    assertThat(lasting(party("jiang"))).contains(party("li"));
    UUID other = says(party("jiang"), WEDDING, wedding("jiang", "li"));
    assertThat(lasting(party("jiang"))).as("once, whoever says it").containsOnlyOnce(party("li"));
    parties.forgetFrom(TakenBack.wrong(held), Actor.SYSTEM);
    assertThat(lasting(party("jiang"))).contains(party("li"));
    parties.forgetFrom(TakenBack.wrong(other), Actor.SYSTEM);
    assertThat(lasting(party("jiang"))).doesNotContain(party("li"));
  }

  @Test
  void whatAMotherTypesOfHerEmployerIsOnNobodysFile() {
    UUID shop = parties.findByIdentifier("91999999MA0DGEE622").getFirst();
    int before = of(shop).size();
    says(
        party("chen"),
        "maternity-allowance",
        Map.of(
            "mother", name("chen"),
            "mother-id", number("chen"),
            "employer", parties.nameOf(shop).name().zh(),
            "employer-id", "91999999MA0DGEE622"));
    assertThat(of(shop)).hasSize(before);
    assertThat(lasting(party("chen"))).doesNotContain(shop);
  }

  @Test
  void whatEndedByACaseSaysSoOnBothFilesAndInTheJournalAndToBoth() {
    UUID firm = firm();
    UUID credential = says(firm, INSURANCE, employees("ye"));
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
    parties.learnFrom(said(firm, INSURANCE, credential, employees("ye")), Actor.SYSTEM);
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
