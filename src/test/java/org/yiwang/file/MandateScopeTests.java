package org.yiwang.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.yiwang.ProgramTest;
import org.yiwang.matter.Bundle;
import org.yiwang.matter.Matter;
import org.yiwang.matter.Matters;
import org.yiwang.story.Person;
import org.yiwang.story.Person.Answer;

/**
 * For which matters a mandate is given: grouped, each once, a bundle as one, what was ticked first.
 */
@ProgramTest
@TestPropertySource(properties = {"yiwang.demo=true", "yiwang.demo-cases=0"})
class MandateScopeTests {
  private static final Pattern BOX =
      Pattern.compile("name=\"matters\" value=\"([^\"]+)\"( checked)?");
  private static final String GIVE = "/mandates/give";

  @LocalServerPort private int port;
  @Autowired private Matters matters;
  @Autowired private JdbcClient sql;

  private Person wang;

  @BeforeEach
  void wangSignsIn() {
    wang = Person.signedIn(URI.create("http://127.0.0.1:" + port), "wang");
  }

  private static List<String> boxes(Answer page) {
    return BOX.matcher(page.body()).results().map((MatchResult one) -> one.group(1)).toList();
  }

  @Test
  void everyMatterAndBundleStandsOnceInFoldedGroupsOfTheFindingPage() {
    Answer page = wang.get(GIVE);
    List<String> all =
        Stream.concat(
                matters.listMatters().stream().map(Matter::id),
                matters.listBundles().stream().map(Bundle::id).map("bundle:"::concat))
            .toList();
    assertThat(boxes(page)).containsExactlyInAnyOrderElementsOf(all);
    assertThat(page.words()).containsSubsequence("全部事项", "以后新增的也算", "只办勾选的");
    assertThat(page.words()).containsSubsequence("生育和孩子", "养老", "开办企业", "工程建设");
    assertThat(page.body()).contains("<details").doesNotContain("<details class=\"details\" open");
    Answer english = wang.page(GIVE, "en");
    assertThat(english.words()).containsSubsequence("A child is born", "Growing old", "Build");
    assertThat(boxes(english)).hasSameSizeAs(all);
  }

  @Test
  void whatWasTickedStandsFirstAfterAFault() {
    Answer again =
        wang.form(
            GIVE,
            Map.of("scope", "some", "matters", "elder-allowance", "named", "li", "until", ""));
    assertThat(again.status()).isEqualTo(422);
    assertThat(boxes(again)).startsWith("elder-allowance").doesNotHaveDuplicates();
    assertThat(again.words()).containsSubsequence("刚才勾选的", "老年", "生育和孩子");
    assertThat(BOX.matcher(again.body()).results().filter(one -> one.group(2) != null).count())
        .isEqualTo(1);
    assertThat(again.body()).contains("<details class=\"details\" open");
  }

  @Test
  void aBundleMeansItsMattersAndWhatIsNoneIsNoScope() {
    Bundle bundle = matters.listBundles().getFirst();
    Map<String, String> typed =
        Map.of(
            "scope", "some",
            "matters", "bundle:" + bundle.id(),
            "named", "li",
            "until", "2027-06-30");
    assertThat(wang.form(GIVE, typed).path()).isEqualTo("/mandates");
    assertThat(newest())
        .containsExactlyInAnyOrderElementsOf(
            bundle.members().stream().map(Bundle.Member::matter).distinct().toList());
    for (String none : List.of("bundle:none", "none", "bundle:", "")) {
      Answer refused =
          wang.form(
              GIVE, Map.of("scope", "some", "matters", none, "named", "li", "until", "2027-06-30"));
      assertThat(refused.status()).as(none).isEqualTo(422);
      assertThat(refused.words()).contains("还没有选可以办什么");
    }
  }

  private List<String> newest() {
    UUID mandate =
        sql.sql("select id from party_mandate order by id desc limit 1").query(UUID.class).single();
    return sql.sql("select unnest(matters) from party_mandate where id = ?")
        .param(mandate)
        .query(String.class)
        .list();
  }
}
