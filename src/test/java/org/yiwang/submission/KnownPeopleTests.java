package org.yiwang.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.yiwang.ProgramTest;
import org.yiwang.identity.Accounts;
import org.yiwang.journal.Actor;
import org.yiwang.party.Fact;
import org.yiwang.party.NewRelation;
import org.yiwang.party.Parties;
import org.yiwang.party.Relation;
import org.yiwang.story.Person.Answer;

/** Rows offer people whom the own file names, and a cell may lead to another in its row. */
@ProgramTest
@TestPropertySource(properties = {"yiwang.demo=true", "yiwang.pack=packs/_toy"})
class KnownPeopleTests {
  private static final Pattern DRAFT = Pattern.compile("/drafts/[0-9a-f-]{36}");
  private static final String SELF = "name=\"take-known\" value=\"kin:self\"";

  @LocalServerPort private int port;
  @Autowired private Parties parties;
  @Autowired private Accounts accounts;
  private Applicant mei;
  private String family;

  @BeforeEach
  void beginAFamilyCard() {
    mei = new Applicant(port, "mei");
    family = familyOf(mei);
  }

  @AfterEach
  void drop() {
    mei.person.form(family.replace("/parts/family", "/drop"), Map.of());
  }

  private static String familyOf(Applicant who) {
    String draft = Applicant.found(DRAFT, who.person.get("/apply/renew-card").body());
    Map<String, String> reader = Map.of("reader", "小梅", "born", "2001-02-03", "level", "family");
    return who.person.form(draft + "/parts/reader", reader).path();
  }

  private UUID partyOf(String login) {
    var account = accounts.findByLogin(login).orElseThrow();
    return parties.ofAccount(account.id().toString(), account.name().zh());
  }

  @Test
  void whoIsOnFileIsOfferedAndTakenOverAsARow() {
    Answer page = mei.person.get(family);
    assertThat(page.words()).contains("填入小梅（本人，来自档案）");
    Map<String, String> take = new HashMap<>(Map.of("kin-1-name", "小明"));
    assertThat(page.body()).contains(SELF);
    take.put("take-known", "kin:self");
    Answer taken = mei.person.form(family, take);
    assertThat(taken.path()).isEqualTo(family);
    assertThat(taken.body())
        .containsPattern("name=\"kin-1-name\"[^>]*value=\"小明\"")
        .containsPattern("name=\"kin-2-name\"[^>]*value=\"小梅\"")
        .doesNotContain("value=\"kin:self\"");
    assertThat(taken.words()).contains("第 2 行，来自档案");
    Answer gone =
        mei.person.form(
            family, Map.of("kin-1-name", "小明", "kin-2-name", "小梅", "remove-row", "kin-2"));
    assertThat(gone.body()).contains(SELF);
  }

  @Test
  void familyIsOfferedByNameAndOnlyOnesOwn() {
    var said = new Fact.Source(Fact.Source.Kind.CASE, "T-1", null);
    var child = new NewRelation(partyOf("tao"), Relation.Kind.CHILD, partyOf("mei"), said);
    parties.relate(child, Actor.SYSTEM);
    String name = accounts.findByLogin("tao").orElseThrow().name().zh();
    Answer page = mei.person.get(family);
    assertThat(page.words()).contains("填入" + name + "（子女，来自档案）");
    Applicant bo = new Applicant(port, "bo");
    String his = familyOf(bo);
    Answer others = bo.person.get(his);
    assertThat(others.words()).doesNotContain("填入" + name);
    String hers =
        Pattern.compile("take-known\" value=\"(kin:\\d+)")
            .matcher(page.body())
            .results()
            .map(found -> found.group(1))
            .findFirst()
            .orElseThrow();
    assertThat(bo.person.form(his, Map.of("take-known", hers)).words())
        .as("not his relative")
        .doesNotContain(name);
    bo.person.form(his.replace("/parts/family", "/drop"), Map.of());
  }

  @Test
  void aCellLeadsToAnotherInItsRowWithUnitHintAndBounds() {
    assertThat(mei.person.get(family).body()).doesNotContain("kin-1-evenings");
    Map<String, String> row = new HashMap<>();
    row.putAll(Map.of("kin-1-name", "小明", "kin-1-born", "2010-01-01", "kin-1-reads", "yes"));
    Answer further = mei.person.form(family, row);
    assertThat(further.status()).as("nobody has seen that cell yet").isEqualTo(200);
    assertThat(further.path()).isEqualTo(family);
    assertThat(further.words()).contains("每周几晚（晚）").contains("阅览室开七晚");
    assertThat(mei.person.form(family, row).status()).as("now it is missing").isEqualTo(422);
    row.put("kin-1-evenings", "8");
    assertThat(mei.person.form(family, row).words()).contains("最大是 7");
    row.put("kin-1-evenings", "3");
    assertThat(mei.person.form(family, row).path()).doesNotContain("/parts/family");
    String check = family.replace("/parts/family", "/check");
    assertThat(mei.person.get(check).words()).contains("3 晚");
    row.put("kin-1-reads", "no");
    mei.person.form(family, row);
    assertThat(mei.person.get(check).words()).as("not asked any more").doesNotContain("3 晚");
  }
}
