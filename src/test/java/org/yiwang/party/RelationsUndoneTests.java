package org.yiwang.party;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.journal.Actor;

/**
 * A licence that was wrong leaves whoever represents the firm without it: the representative before
 * it acts again, one who was there before it stays.
 */
class RelationsUndoneTests extends RelationsFixture {
  @Autowired private DistrictTime time;

  private void takenBack(UUID credential) {
    parties.forgetFrom(TakenBack.wrong(credential), Actor.SYSTEM);
  }

  private void replaced(UUID credential) {
    parties.forgetFrom(TakenBack.replaced(credential), Actor.SYSTEM);
  }

  private void corrected(UUID credential, UUID by) {
    parties.forgetFrom(TakenBack.corrected(credential, by), Actor.SYSTEM);
  }

  private UUID namesNobody(UUID firm) {
    return says(firm, LICENCE, Map.of("representative-id", NOBODYS, "representative", "林某"));
  }

  @Test
  void theOneBeforeStandsAgainAndTheNewOneNoMore() {
    UUID firm = firm();
    UUID first = represents(firm, "lu");
    UUID second = represents(firm, "he");
    replaced(first);
    assertThat(lasting(firm)).containsExactly(party("he"));

    takenBack(second);
    assertThat(lasting(firm)).containsExactly(party("lu"));
    assertThat(mandates.mayAct(viewer("lu"), firm, "company-change")).isTrue();
    assertThat(mandates.mayAct(viewer("he"), firm, "company-change")).isFalse();
    assertThat(of(firm)).as("what was stays in the history").hasSize(3);
    assertThat(of(firm).getLast().source().ref()).isEqualTo(first.toString());
    assertThat(journal(party("lu"))).endsWith("relation.added", "relation.ended", "relation.again");
    assertThat(told("lu", party("lu"))).last().asString().contains("关系测试公司", "已登记");
    assertThat(told("he", party("he"))).last().asString().contains("关系测试公司", "结束");
  }

  @Test
  void theOneBeforeStandsByTheLicenceThatStillCounts() {
    UUID firm = firm();
    UUID first = represents(firm, "lu");
    UUID second = represents(firm, "he");
    takenBack(second);
    assertThat(lasting(firm)).containsExactly(party("lu"));
    takenBack(first);
    assertThat(lasting(firm)).isEmpty();
  }

  @Test
  void whoWasThereBeforeStaysWhenALicenceThatNamesThemTooIsTakenBack() {
    UUID firm = firm();
    UUID first = represents(firm, "lu");
    UUID second = represents(firm, "lu");
    replaced(first);
    UUID third = represents(firm, "lu");
    replaced(second);
    takenBack(third);
    assertThat(lasting(firm)).containsExactly(party("lu"));
    assertThat(of(firm)).hasSize(1);
  }

  @Test
  void aLicenceThatBeganARelationEndsItUnlessAnotherThatCountsSaysTheSame() {
    UUID firm = firm();
    UUID first = represents(firm, "lu");
    UUID second = represents(firm, "lu");
    takenBack(second);
    assertThat(lasting(firm)).containsExactly(party("lu"));
    takenBack(first);
    assertThat(lasting(firm)).isEmpty();
    assertThat(mandates.standsFor(viewer("lu"), firm)).isFalse();
  }

  @Test
  void nobodyComesBackBesideSomebodyElseAndEachStepIsUndoneInItsTurn() {
    UUID firm = firm();
    represents(firm, "lu");
    UUID second = represents(firm, "he");
    UUID third = represents(firm, "wu");
    replaced(second); // the first must not come back beside the third
    assertThat(lasting(firm)).containsExactly(party("wu"));
    takenBack(third);
    assertThat(lasting(firm)).containsExactly(party("he"));
  }

  @Test
  void whomAWrongLicenceNamedDoesNotComeBackWhenTheOneAfterItFallsToo() {
    UUID firm = firm();
    UUID first = represents(firm, "lu");
    UUID second = represents(firm, "he");
    UUID third = represents(firm, "lu");
    takenBack(second);
    assertThat(lasting(firm)).containsExactly(party("lu"));
    takenBack(third);
    assertThat(lasting(firm)).as("by the first, which counts").containsExactly(party("lu"));
    assertThat(mandates.standsFor(viewer("he"), firm)).isFalse();
    takenBack(first);
    assertThat(lasting(firm)).isEmpty();
  }

  @Test
  void whomACorrectedLicenceNamedDoesNotComeBackButWhoWasThereBefore() {
    UUID firm = firm();
    represents(firm, "lu");
    UUID wrong = represents(firm, "he");
    UUID right = represents(firm, "wu");
    corrected(wrong, right);
    assertThat(lasting(firm)).containsExactly(party("wu"));
    takenBack(right);
    assertThat(lasting(firm)).containsExactly(party("lu"));
  }

  @Test
  void whoStandsByAWrongLicenceAndItsCorrectionEndsWithTheCorrection() {
    UUID firm = firm();
    represents(firm, "lu");
    UUID typed = represents(firm, "he");
    UUID again = represents(firm, "he");
    corrected(typed, again);
    assertThat(lasting(firm)).containsExactly(party("he"));
    takenBack(again);
    assertThat(lasting(firm)).containsExactly(party("lu"));
  }

  @Test
  void aCorrectionThatNamesTheOneBeforeLeavesThemWhenItFalls() {
    UUID firm = firm();
    represents(firm, "lu");
    UUID wrong = represents(firm, "he");
    UUID right = represents(firm, "lu");
    corrected(wrong, right);
    takenBack(right);
    assertThat(lasting(firm)).containsExactly(party("lu"));
  }

  @Test
  void whomOnlyWrongLicencesNamedEndsWithTheLast() {
    UUID firm = firm();
    UUID first = represents(firm, "lu");
    UUID second = represents(firm, "lu");
    takenBack(first);
    assertThat(lasting(firm)).containsExactly(party("lu"));
    takenBack(second);
    assertThat(lasting(firm)).isEmpty();
  }

  @Test
  void aReplacedLicenceBringsNobodyBackThoughTheNewOneNamesNobodyHere() {
    UUID firm = firm();
    UUID first = represents(firm, "lu");
    UUID second = namesNobody(firm);
    replaced(first);
    namesNobody(firm);
    replaced(second);
    assertThat(lasting(firm)).isEmpty();

    UUID fourth = represents(firm, "he");
    UUID fifth = represents(firm, "wu");
    namesNobody(firm);
    takenBack(fifth);
    assertThat(lasting(firm)).as("somebody unknown is the one by now").isEmpty();
    takenBack(fourth);
    assertThat(lasting(firm)).isEmpty();
  }

  @Test
  void whomAnUnknownNameReplacedComesBackWithIt() {
    UUID firm = firm();
    represents(firm, "lu");
    UUID unknown = namesNobody(firm);
    assertThat(lasting(firm)).isEmpty();
    takenBack(unknown);
    assertThat(lasting(firm)).containsExactly(party("lu"));
    takenBack(unknown);
    assertThat(of(firm)).as("once").hasSize(2);
  }

  @Test
  void whatElsewhereSaidStandsAgainAndWhatACaseDeniedDoesNot() {
    UUID firm = firm();
    var seen = new Fact.Source(Fact.Source.Kind.OFFICER, "window", null);
    parties.relate(
        new NewRelation(party("lu"), Relation.Kind.LEGAL_REPRESENTATIVE, firm, seen), Actor.SYSTEM);
    UUID first = represents(firm, "he");
    UUID second = represents(firm, "wu");
    takenBack(first);
    assertThat(lasting(firm)).containsExactly(party("wu"));
    takenBack(second);
    assertThat(lasting(firm)).containsExactly(party("lu"));
    assertThat(of(firm).getLast().source()).isEqualTo(seen);

    UUID third = represents(firm, "lu");
    parties.endRelation(of(firm).getLast(), Fact.Source.ofCase(CASE), Actor.SYSTEM);
    UUID fourth = represents(firm, "he");
    takenBack(fourth);
    assertThat(lasting(firm)).as("neither by the third nor from elsewhere").isEmpty();
    takenBack(third);
    assertThat(lasting(firm)).isEmpty();
  }

  @Test
  void whoStaysThoughTheirLicenceWasWrongStandsByTheOneThatCountsWithTheirMandates() {
    UUID firm = firm();
    UUID first = represents(firm, "lu");
    UUID second = represents(firm, "he");
    UUID third = represents(firm, "lu");
    Mandate given = mandates.give(viewer("lu"), mandate(firm, "wu"));
    takenBack(second);
    takenBack(third);
    assertThat(lasting(firm)).containsExactly(party("lu"));
    assertThat(of(firm).getLast().source().ref()).isEqualTo(first.toString());
    assertThat(mandates.mayAct(viewer("wu"), firm, "food-licence")).isTrue();
    mandates.revoke(viewer("lu"), Objects.requireNonNull(given.id()));
  }

  @Test
  void whatARepresentativeLetOthersDoForTheFirmEndsWithThem() {
    UUID firm = firm();
    represents(firm, "lu");
    Mandate given = mandates.give(viewer("lu"), mandate(firm, "wu"));
    Mandate asked = mandates.ask(viewer("li"), mandate(firm, "li"));
    mandates.confirm(viewer("lu"), Objects.requireNonNull(asked.id()));
    Mandate own = mandates.give(viewer("lu"), mandate(party("lu"), "wu"));
    assertThat(mandates.mayAct(viewer("wu"), firm, "food-licence")).isTrue();

    represents(firm, "lu");
    assertThat(mandates.mayAct(viewer("wu"), firm, "food-licence")).as("renewed").isTrue();
    represents(firm, "he");

    assertThat(mandates.mayAct(viewer("wu"), firm, "food-licence")).isFalse();
    assertThat(mandates.mayAct(viewer("li"), firm, "food-licence")).isFalse();
    assertThat(mandates.mayAct(viewer("wu"), party("lu"), "food-licence")).isTrue();
    assertThat(notices.listAbout("mandate:" + given.id()))
        .filteredOn(one -> String.valueOf(one.words()).contains("不再替"))
        .extracting(one -> one.to().account())
        .as("whoever acted, and whoever represents the firm now")
        .containsExactlyInAnyOrder(account("wu").id().toString(), account("he").id().toString());
    mandates.revoke(viewer("lu"), Objects.requireNonNull(own.id()));

    Mandate later = mandates.give(viewer("he"), mandate(firm, "wu"));
    assertThat(mandates.mayAct(viewer("wu"), firm, "food-licence")).isTrue();
    mandates.revoke(viewer("he"), Objects.requireNonNull(later.id()));
  }

  private NewMandate mandate(UUID principal, String agent) {
    return new NewMandate(
        principal, party(agent), Set.of("food-licence"), time.today().plusDays(9));
  }
}
