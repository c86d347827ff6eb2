package org.yiwang.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.yiwang.ProgramTest;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.identity.Account;
import org.yiwang.identity.Accounts;
import org.yiwang.identity.Permission;
import org.yiwang.identity.Reach;
import org.yiwang.identity.Viewer;
import org.yiwang.journal.Entry;
import org.yiwang.journal.Journal;
import org.yiwang.notice.Notices;
import org.yiwang.page.RefusedException;

/** Who may act for whom, in what, until when: given, asked for, at a window, and ended at once. */
@ProgramTest
@TestPropertySource(properties = {"yiwang.demo=true", "yiwang.demo-cases=0"})
class MandatesTests {
  private static final String ALLOWANCE = "elder-allowance";

  @Autowired private Mandates mandates;
  @Autowired private Parties parties;
  @Autowired private Accounts accounts;
  @Autowired private Journal journal;
  @Autowired private Notices notices;
  @Autowired private DistrictTime time;

  private Viewer viewer(String login, Permission... may) {
    Account account = accounts.findByLogin(login).orElseThrow();
    return new Viewer(
        account.id().toString(), account.name(), account.roles(), Set.of(may), Reach.none());
  }

  private UUID party(String login) {
    Account account = accounts.findByLogin(login).orElseThrow();
    return parties.ofAccount(account.id().toString(), account.name().zh());
  }

  private NewMandate mandate(String principal, String agent, String... matters) {
    LocalDate until = time.today().plusDays(30);
    return new NewMandate(party(principal), party(agent), Set.of(matters), until);
  }

  private List<String> kinds(Mandate of) {
    return journal.list("mandate:" + of.id()).stream().map(Entry::kind).toList();
  }

  @Test
  void whatIsGivenHoldsForItsMattersUntilOneOfThemEndsIt() {
    Viewer li = viewer("li");
    Mandate given = mandates.give(viewer("wang"), mandate("wang", "li", ALLOWANCE));

    assertThat(given.basis()).isEqualTo(Mandate.Basis.PRINCIPAL);
    assertThat(mandates.mayAct(li, party("wang"), ALLOWANCE)).isTrue();
    assertThat(mandates.mayAct(li, party("wang"), "another-matter")).isFalse();
    assertThat(mandates.mayAct(viewer("zhou"), party("wang"), ALLOWANCE)).isFalse();
    assertThat(mandates.findFor(li, party("wang"), ALLOWANCE).orElseThrow().id())
        .isEqualTo(idOf(given));
    assertThat(mandates.listActingFor(li))
        .extracting(m -> m.principal().name().zh())
        .contains("王秀兰");

    mandates.revoke(li, idOf(given));

    assertThat(mandates.mayAct(li, party("wang"), ALLOWANCE)).isFalse();
    assertThat(kinds(given)).containsExactly("mandate.given", "mandate.revoked");
    assertThatThrownBy(() -> mandates.revoke(li, idOf(given)))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("mandate-over");
  }

  @Test
  void whatIsAskedHoldsOnlyOnceThePrincipalSaidYes() {
    Viewer li = viewer("li");
    Mandate asked = mandates.ask(li, mandate("wang", "li"));

    assertThat(mandates.mayAct(li, party("wang"), ALLOWANCE)).isFalse();
    assertThatThrownBy(() -> mandates.confirm(li, idOf(asked))).hasMessageContaining("missing");
    assertThatThrownBy(() -> mandates.confirm(viewer("zhou"), idOf(asked)))
        .hasMessageContaining("mandate-missing");

    assertThat(mandates.confirm(viewer("wang"), idOf(asked)).state())
        .isEqualTo(Mandate.State.GIVEN);
    assertThat(mandates.mayAct(li, party("wang"), "whatever")).isTrue();
    assertThat(kinds(asked)).containsExactly("mandate.asked", "mandate.given");
    mandates.revoke(viewer("wang"), idOf(asked));
    assertThat(mandates.mayAct(li, party("wang"), "whatever")).isFalse();
  }

  @Test
  void nobodyGivesWhatIsNotTheirsAndNobodyAsksForSomebodyElse() {
    assertThatThrownBy(() -> mandates.give(viewer("zhou"), mandate("wang", "zhou")))
        .hasMessageContaining("forbidden");
    assertThatThrownBy(() -> mandates.ask(viewer("zhou"), mandate("wang", "li")))
        .hasMessageContaining("forbidden");
    assertThatThrownBy(() -> mandates.giveAtWindow(viewer("zhou"), mandate("wang", "zhou")))
        .hasMessageContaining("forbidden");
  }

  @Test
  void aLegalRepresentativeActsForTheFirmAndLetsOthers() {
    UUID firm = parties.findByIdentifier("9199 9999 MA00 0001 2T").getFirst();

    assertThat(parties.nameOf(firm).kind()).isEqualTo(PartyName.Kind.FIRM);
    assertThat(mandates.mayAct(viewer("zhou"), firm, ALLOWANCE)).isTrue();
    assertThat(mandates.mayAct(viewer("li"), firm, ALLOWANCE)).isFalse();

    var mandate = new NewMandate(firm, party("li"), Set.of(ALLOWANCE), time.today());
    Mandate given = mandates.give(viewer("zhou"), mandate);
    assertThat(given.basis()).isEqualTo(Mandate.Basis.REPRESENTATIVE);
    assertThat(mandates.mayAct(viewer("li"), firm, ALLOWANCE)).isTrue();
    assertThat(mandates.list(viewer("zhou"))).extracting(Mandate::id).contains(idOf(given));
    mandates.revoke(viewer("zhou"), idOf(given));
  }

  @Test
  void anOfficerAtAWindowConfirmsForBoth() {
    Viewer officer = viewer("window", Permission.CONFIRM_MANDATES);
    Mandate given = mandates.giveAtWindow(officer, mandate("wang", "zhou", ALLOWANCE));

    assertThat(given.basis()).isEqualTo(Mandate.Basis.WINDOW);
    assertThat(mandates.find(idOf(given), viewer("wang"))).isPresent();
    assertThat(mandates.find(idOf(given), viewer("li"))).isEmpty();
    mandates.revoke(viewer("wang"), idOf(given));
  }

  @Test
  void itEndsWithItsLastDayAndThatIsWrittenDown() {
    ZoneId zone = time.zone();
    LocalDate last = time.today().plusDays(5);
    Mandate given =
        mandates.give(viewer("wang"), new NewMandate(party("wang"), party("li"), Set.of(), last));

    assertThat(
            time.at(
                last.atTime(23, 59).atZone(zone).toInstant(),
                () -> mandates.findFor(viewer("li"), party("wang"), "x")))
        .isPresent();
    Instant after = last.plusDays(1).atStartOfDay(zone).toInstant();
    assertThat(time.at(after, () -> mandates.find(idOf(given), viewer("li")).orElseThrow().state()))
        .isEqualTo(Mandate.State.EXPIRED);
    assertThat(time.at(after, () -> mandates.findFor(viewer("li"), party("wang"), "x"))).isEmpty();
    assertThat(time.at(after, mandates::endOver)).isPositive();
    assertThat(kinds(given)).containsExactly("mandate.given", "mandate.ended");
    assertThatThrownBy(
            () ->
                mandates.give(
                    viewer("wang"),
                    new NewMandate(
                        party("wang"), party("li"), Set.of(), time.today().minusDays(1))))
        .hasMessageContaining("mandate-wrong");
  }

  @Test
  void peopleAreFoundByAccountNumberOrNameWithFourDigitsOnly() {
    assertThat(mandates.findParty("wang", "")).contains(party("wang"));
    assertThat(mandates.findParty("999999194403080022", "")).contains(party("wang"));
    assertThat(mandates.findParty("王秀兰", "0001")).contains(party("wang"));
    assertThat(mandates.findParty("王秀兰", "0022")).contains(party("wang"));
    assertThat(mandates.findParty("王秀兰", "0002")).isEmpty();
    assertThat(mandates.findParty("王秀兰", "")).isEmpty();
    assertThat(mandates.findParty("", "0001")).isEmpty();
  }

  private List<String> told(String login, UUID mandate) {
    String account = accounts.findByLogin(login).orElseThrow().id().toString();
    return notices.listInbox(account, 500).stream()
        .filter(notice -> notice.subject().equals("mandate:" + mandate))
        .map(notice -> notice.words().zh())
        .toList();
  }

  @Test
  void bothSidesAreToldOfEveryStep() {
    UUID asked = idOf(mandates.ask(viewer("chen"), asked("wang")));
    assertThat(told("wang", asked)).singleElement().asString().contains("陈雨桐请求替您办事");
    assertThat(told("chen", asked)).singleElement().asString().contains("wang").doesNotContain("王");

    mandates.confirm(viewer("wang"), asked);
    assertThat(told("wang", asked)).hasSize(2).first().asString().contains("陈雨桐现在可以替您办事");
    assertThat(told("chen", asked)).hasSize(2).first().asString().contains("您现在可以替王秀兰办事");

    mandates.revoke(viewer("wang"), asked);
    assertThat(told("wang", asked)).hasSize(3).first().asString().contains("不再替您办事");
    assertThat(told("chen", asked)).hasSize(3).first().asString().contains("您不再替王秀兰办事");

    UUID declined = idOf(mandates.ask(viewer("chen"), asked("wang")));
    mandates.revoke(viewer("wang"), declined);
    assertThat(told("chen", declined)).hasSize(2).first().asString().contains("没有成立");
    assertThat(told("wang", declined)).hasSize(2);
  }

  @Test
  void aFirmIsToldThroughWhoeverRepresentsIt() {
    UUID firm = parties.findByIdentifier("9199 9999 MA00 0001 2T").getFirst();
    Mandate given =
        mandates.give(viewer("zhou"), new NewMandate(firm, party("he"), Set.of(), time.today()));

    assertThat(told("zhou", idOf(given))).hasSize(1);
    assertThat(told("he", idOf(given))).hasSize(1);
    mandates.revoke(viewer("he"), idOf(given));
    assertThat(told("zhou", idOf(given))).hasSize(2);
  }

  /** Otherwise asking would find out who has an account here, and what they are called. */
  @Test
  void whoeverAsksSeesTheSameWhetherTheOtherIsHereOrNot() {
    Mandate here = mandates.ask(viewer("wu"), asked("li"));
    Mandate nowhere = mandates.ask(viewer("wu"), asked("nobody-at-all"));

    assertThat(here.principal().name().zh()).isEqualTo("li");
    assertThat(nowhere.principal().name().zh()).isEqualTo("nobody-at-all");
    assertThat(nowhere.state()).isEqualTo(here.state());
    assertThat(mandates.list(viewer("wu")))
        .extracting(one -> one.principal().name().zh())
        .contains("li", "nobody-at-all")
        .doesNotContain("李敏");
    assertThat(journal.list("mandate:" + here.id()).getFirst().fact("principal")).isNull();
    assertThat(mandates.find(idOf(here), viewer("li")).orElseThrow().principal().name().zh())
        .as("the one named sees their own name")
        .isEqualTo("李敏");
    mandates.revoke(viewer("wu"), idOf(here));
    mandates.revoke(viewer("wu"), idOf(nowhere));
  }

  @Test
  void theSameOneIsAskedForAFewTimesOnlyWhoeverAsks() {
    for (String asker : List.of("wu", "ye", "he", "wu", "ye")) {
      UUID id = idOf(mandates.ask(viewer(asker), asked("somebody-wanted")));
      mandates.revoke(viewer(asker), id);
    }
    assertThatThrownBy(() -> mandates.ask(viewer("he"), asked(" Somebody-Wanted ")))
        .hasMessageContaining("guessed-too-often");
  }

  private AskedMandate asked(String named) {
    return new AskedMandate(named, "", Set.of(), time.today().plusDays(30));
  }

  /** Those given by somebody have one; only a relation has none. */
  private static UUID idOf(Mandate mandate) {
    return Objects.requireNonNull(mandate.id());
  }
}
