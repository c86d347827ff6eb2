package org.yiwang.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.yiwang.ProgramTest;
import org.yiwang.identity.AccessLog;
import org.yiwang.journal.Actor;
import org.yiwang.journal.Journal;
import org.yiwang.party.CheckDigits;
import org.yiwang.party.Fact;
import org.yiwang.party.NewFact;
import org.yiwang.party.Parties;
import org.yiwang.party.PartyName;
import org.yiwang.party.Relation;
import org.yiwang.story.Person;
import org.yiwang.story.Person.Answer;

/** People with a passport or permit, and firms, of whom nothing is known yet, at the counter. */
@ProgramTest
@TestPropertySource(properties = {"yiwang.demo=true", "yiwang.demo-cases=0"})
class NewcomerTests {
  private static final Pattern VISIT = Pattern.compile("/window/[0-9a-f-]{36}");
  private static final String PERSON = "/window/newcomer";
  private static final String FIRM = "/window/newcomer/firm";

  @LocalServerPort private int port;
  @Autowired private Parties parties;
  @Autowired private Journal journal;
  @Autowired private AccessLog access;

  private Person window;

  @BeforeEach
  void theWindowOfficerSignsIn() {
    window = Person.signedIn(URI.create("http://127.0.0.1:" + port), "window");
  }

  private static Map<String, String> person(String document, String number) {
    Map<String, String> typed = new HashMap<>();
    typed.put("shown", "other_card");
    typed.put("name", "安娜（虚构）");
    typed.put("document", document);
    typed.put("number", number);
    typed.put("phone", "");
    typed.put("purpose", "来问居住证");
    return typed;
  }

  private static Map<String, String> firm(String code, String name, String number) {
    Map<String, String> typed = person("person-id", number);
    typed.put("shown", "representative");
    typed.put("firm", "江湾测试（虚构）有限公司");
    typed.put("code", code);
    typed.put("name", name);
    typed.put("purpose", "来办食品经营许可");
    return typed;
  }

  @Test
  void aPassportIsKnownByIssuingStateAndNumber() {
    Answer page = window.get(PERSON);
    assertThat(page.words()).contains("护照号码").contains("DEU C01X00T47");
    for (String wrong : List.of("C01X00T47", "ZZZ12345678", "DEU1", "DEUABCDEF")) {
      Answer refused = window.form(PERSON, person("passport", wrong));
      assertThat(refused.status()).as(wrong).isEqualTo(422);
      assertThat(refused.words()).contains("证件号码不对").contains("签发国的三位字母代码");
    }
    Map<String, String> onCard = person("passport", "DEU C01X00T47");
    onCard.put("shown", "identity_card");
    assertThat(window.form(PERSON, onCard).words()).contains("居民身份证上没有这种号码");
    assertThat(parties.findByIdentifier("DEUC01X00T47")).isEmpty();
    Answer received = window.form(PERSON, person("passport", "deu c01x00t47"));
    assertThat(received.words()).contains("安**");
    UUID party = parties.findByIdentifier("DEUC01X00T47").getFirst();
    assertThat(parties.facts(party))
        .anyMatch(fact -> fact.kind().equals("passport") && fact.value().equals("DEUC01X00T47"))
        .noneMatch(fact -> fact.kind().equals("person-id"))
        .allMatch(fact -> fact.source().kind() == Fact.Source.Kind.COUNTER);
    assertThat(journal.list("party:" + party).toString()).doesNotContain("C01X00T47");
    assertThat(window.form(PERSON, person("passport", "DEU-C01X00T47")).words())
        .contains("这个号码已经有档案");
    assertThat(window.form(PERSON, person("passport", "AUT C01X00T47")).good())
        .as("another state's number")
        .isTrue();
    Map<String, String> again = Map.of("named", "DEU C01X00T47", "purpose", "再来问");
    assertThat(window.form("/window", again).words()).contains("安**");
  }

  @Test
  void otherDocumentsAreTakenAndTheIdentityNumberKeepsItsCheckCharacter() {
    assertThat(window.form(PERSON, person("travel-permit", "H12")).words()).contains("证件号码不对");
    assertThat(window.form(PERSON, person("travel-permit", "H12345678")).good()).isTrue();
    assertThat(parties.findByIdentifier("H12345678")).hasSize(1);
    assertThat(window.form(PERSON, person("", "999999195107200030")).words()).contains("证件号码不对");
    assertThat(window.form(PERSON, person("x", "999999195107200039")).status()).isEqualTo(422);
    assertThat(parties.findByIdentifier("999999195107200039")).isEmpty();
  }

  @Test
  void aFirmBeginsFromItsLicenceWithItsRepresentativeThere() {
    String code = FirmNumbers.of("91310110", 880_001);
    Person resident = Person.signedIn(URI.create("http://127.0.0.1:" + port), "wang");
    assertThat(resident.get(FIRM).status()).isEqualTo(403);
    assertThat(resident.form(FIRM, firm(code, "郑阿珍", "99999919480615011X")).status())
        .isEqualTo(403);
    Answer unknown = window.form("/window", Map.of("named", code, "purpose", "来办食品经营许可"));
    assertThat(unknown.words()).contains("没有找到唯一对应的人或企业");
    Answer begun = window.form(PERSON + "/begin", Map.of("number", code, "purpose", "来办食品经营许可"));
    assertThat(begun.words()).contains("法定代表人本人到场");
    assertThat(begun.body()).contains("value=\"" + code + "\"").contains("value=\"来办食品经营许可\"");
    Answer nothing = window.form(FIRM, Map.of());
    assertThat(nothing.status()).isEqualTo(422);
    assertThat(nothing.words())
        .contains("还没有填企业名称")
        .contains("统一社会信用代码不对")
        .contains("还没有填姓名")
        .contains("证件号码不对")
        .contains("还没有选怎样核验了身份")
        .contains("还没有写来办什么");
    Map<String, String> sent = firm(code, "郑阿珍", "99999919480615011X");
    sent.put("shown", "envoy");
    assertThat(window.form(FIRM, sent).words()).contains("须法定代表人本人到场");
    char last = code.charAt(17) == '0' ? '1' : '0';
    Answer digit =
        window.form(FIRM, firm(code.substring(0, 17) + last, "郑阿珍", "99999919480615011X"));
    assertThat(digit.words()).contains("统一社会信用代码不对");
    assertThat(digit.body()).as("nothing typed is lost").contains("value=\"江湾测试（虚构）有限公司\"");
    assertThat(parties.findByIdentifier("99999919480615011X")).as("all or nothing").isEmpty();

    Answer received = window.form(FIRM, firm(code, "郑阿珍", "99999919480615011X"));
    assertThat(received.words()).contains("江湾测试（虚构）有限公司").contains("企业");
    UUID firm = parties.findByIdentifier(code).getFirst();
    UUID head = parties.findByIdentifier("99999919480615011X").getFirst();
    assertThat(parties.nameOf(firm).kind()).isEqualTo(PartyName.Kind.FIRM);
    assertThat(parties.representedBy(head)).containsExactly(firm);
    assertThat(parties.ownFile(firm).relations())
        .singleElement()
        .satisfies(one -> assertThat(one.kind()).isEqualTo(Relation.Kind.LEGAL_REPRESENTATIVE));
    assertThat(window.form(FIRM, firm(code, "郑阿珍", "99999919480615011X")).words())
        .as("sent twice")
        .contains("这个代码已经有档案");
    assertThat(parties.findByIdentifier(code)).hasSize(1);
    String visit = Applicant.found(VISIT, received.path());
    Answer consent = window.get(visit + "?target=matter:food-licence&shown=representative");
    assertThat(consent.words()).contains("法定代表人本人，身份证和执照原件");
  }

  @Test
  void aKnownRepresentativeIsFoundByTheirNumberAndHasToBeCalledSo() {
    Map<String, String> before = person("", "999999194806150128");
    before.put("shown", "identity_card");
    assertThat(window.form(PERSON, before).good()).isTrue();
    UUID head = parties.findByIdentifier("999999194806150128").getFirst();
    String code = FirmNumbers.of("91310110", 880_002);
    Answer other = window.form(FIRM, firm(code, "郑阿珍", "999999194806150128"));
    assertThat(other.words()).contains("姓名和这个号码的档案对不上").doesNotContain("安娜");
    assertThat(parties.findByIdentifier(code)).isEmpty();
    assertThat(window.form(FIRM, firm(code, "安娜（虚构）", "999999194806150128")).good()).isTrue();
    assertThat(parties.findByIdentifier("999999194806150128")).containsExactly(head);
    assertThat(parties.representedBy(head))
        .containsExactly(parties.findByIdentifier(code).getFirst());
  }

  /** Sent as a firm's representative who cannot be known by it: no firm comes of it. */
  private String refused(Map<String, String> sent) {
    Answer refused = window.form(FIRM, sent);
    assertThat(refused.status()).as(refused.words()).isEqualTo(422);
    assertThat(parties.findByIdentifier(String.valueOf(sent.get("code")))).isEmpty();
    return refused.words();
  }

  @Test
  void aRepresentativeIsKnownByTheNumberOfTheirDocumentAlone() {
    Map<String, String> before = person("travel-permit", "H88000111");
    before.put("phone", "13800880003");
    assertThat(window.form(PERSON, before).good()).isTrue();
    UUID head = parties.findByIdentifier("H88000111").getFirst();
    String code = FirmNumbers.of("91310110", 880_003);

    for (String kind : List.of("", "passport", "travel-permit")) {
      Map<String, String> byPhone = firm(code, "安娜（虚构）", "13800880003");
      byPhone.put("document", kind);
      assertThat(refused(byPhone)).as(kind).contains("证件号码不对");
    }
    Map<String, String> otherKind = firm(code, "安娜（虚构）", "H88000111");
    otherKind.put("document", "passport");
    assertThat(refused(otherKind)).contains("证件号码不对");

    Map<String, String> right = firm(code, "安娜（虚构）", "H88000111");
    right.put("document", "travel-permit");
    right.put("phone", "不是号码");
    assertThat(refused(right)).as("also of whoever is known").contains("手机号不对");

    var source = new Fact.Source(Fact.Source.Kind.COUNTER, "window", null);
    var renewed =
        new NewFact("travel-permit", "H88000222", source, Fact.Confidence.CONFIRMED, null);
    parties.learn(head, List.of(renewed), Actor.SYSTEM);
    right.put("phone", "");
    assertThat(refused(right)).as("an old number").contains("这个号码已经有档案");
    right.put("number", "H88000222");
    assertThat(window.form(FIRM, right).good()).isTrue();
    assertThat(parties.representedBy(head)).hasSize(1);
    assertThat(access.listLooks("party:" + head))
        .extracting(look -> look.purpose().zh())
        .contains("企业窗口建档：核对法定代表人");
  }

  @Test
  void namesCannotBeTriedForLongAndEachTryIsALook() {
    Map<String, String> before = person("travel-permit", "H88000333");
    assertThat(window.form(PERSON, before).good()).isTrue();
    UUID head = parties.findByIdentifier("H88000333").getFirst();
    String code = FirmNumbers.of("91310110", 880_004);
    Map<String, String> tried = firm(code, "", "H88000333");
    tried.put("document", "travel-permit");
    for (int i = 0; i < 5; i++) {
      tried.put("name", "安" + i);
      assertThat(refused(tried)).contains("姓名和这个号码的档案对不上");
    }
    tried.put("name", "安娜（虚构）");
    Answer paused = window.form(FIRM, tried);
    assertThat(paused.status()).isEqualTo(429);
    assertThat(paused.words()).contains("输错的次数太多").contains("对照法定代表人的证件原件");
    assertThat(access.listLooks("party:" + head))
        .filteredOn(look -> look.purpose().zh().equals("企业窗口建档：核对法定代表人"))
        .hasSize(5);
  }

  @Test
  void anIdentityNumberOrMobileNumberIsNoPermit() {
    for (String wrong :
        List.of("999999195107200030", "31011019510720003X", "13800880009", "13800-880-009")) {
      for (String kind : List.of("travel-permit", "residence-card")) {
        Answer refused = window.form(PERSON, person(kind, wrong));
        assertThat(refused.status()).as(wrong).isEqualTo(422);
        assertThat(refused.words()).contains("这像居民身份证号码或手机号").contains("改选号码种类");
      }
    }
    assertThat(window.form(PERSON, person("residence-card", resident("93184019800101123"))).good())
        .as("a card of a foreign permanent resident begins with nine and a province")
        .isTrue();
  }

  /** With its check character. */
  private static String resident(String seventeen) {
    for (char sign : "0123456789X".toCharArray()) {
      if (CheckDigits.person(seventeen + sign)) {
        return seventeen + sign;
      }
    }
    throw new IllegalStateException(seventeen);
  }

  @Test
  void twoOfficersWithOneNumberUnderTwoKindsBeginOneFile() throws Exception {
    Person second = Person.signedIn(URI.create("http://127.0.0.1:" + port), "window");
    try (ExecutorService both = Executors.newFixedThreadPool(2)) {
      for (int i = 0; i < 6; i++) {
        String number = "H8800070" + i;
        Map<String, String> permit = person("travel-permit", number);
        Map<String, String> card = person("residence-card", number);
        Future<Answer> one = both.submit(() -> window.form(PERSON, permit));
        Future<Answer> other = both.submit(() -> second.form(PERSON, card));
        assertThat(List.of(one.get().good(), other.get().good()))
            .containsExactlyInAnyOrder(true, false);
        assertThat(parties.findByIdentifier(number)).hasSize(1);
      }
    }
  }
}
