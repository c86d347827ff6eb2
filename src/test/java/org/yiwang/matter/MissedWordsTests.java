package org.yiwang.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.yiwang.ProgramTest;
import org.yiwang.journal.Entry;
import org.yiwang.journal.EntryQuery;
import org.yiwang.journal.Journal;
import org.yiwang.story.Person;
import org.yiwang.story.Person.Answer;

/** Words that find nothing are kept, read by officers, and leave their list once seen to. */
@ProgramTest
@TestPropertySource(
    properties = {
      "yiwang.demo=true",
      "yiwang.pack=packs/_toy",
      "yiwang.casework.tick=PT1H",
      "yiwang.submission.tick=PT1H"
    })
class MissedWordsTests {
  private static final String PAGE = "/matters/figures/words";

  @LocalServerPort int port;
  @Autowired Journal journal;

  private Person visitor() {
    return new Person(URI.create("http://127.0.0.1:" + port));
  }

  private Person signedIn(String account) {
    return Person.signedIn(URI.create("http://127.0.0.1:" + port), account);
  }

  /** How often the list says that these words found nothing; 0 when they are not on it. */
  private static long times(Answer list, String words) {
    assertThat(list.status()).isEqualTo(200);
    Matcher row =
        Pattern.compile(
                "<b>" + Pattern.quote(words) + "</b>.*?class=\"number\">([^<]*)<", Pattern.DOTALL)
            .matcher(list.body());
    return row.find() ? Long.parseLong(row.group(1).strip()) : 0;
  }

  @Test
  void whoeverFindsNothingIsOfferedTheHumanAndTheWordsAreKept() {
    Answer zh = visitor().page("/matters?q=zzqx-kept", "zh");
    assertThat(zh.words()).contains("没有找到“zzqx-kept”", "有人帮您找", "不记录是谁");
    assertThat(zh.body()).contains("<a href=\"tel:100\">100</a>");
    Answer en = visitor().page("/matters?q=ZZQX-KEPT", "en");
    assertThat(en.words()).contains("Nothing found for “ZZQX-KEPT”", "Your words are kept");
    visitor().page("/matters?q=zzqx-number%2013912345678", "zh");

    Answer list = signedIn("keeper").page(PAGE, "en");
    assertThat(times(list, "zzqx-kept")).as("in whatever language and case").isEqualTo(2);
    assertThat(list.words()).contains("zzqx-number #").doesNotContain("13912345678");
    assertThat(list.words()).contains("Words that found nothing", "Only the words are kept");
  }

  @Test
  void numbersAreNotKeptHoweverTheyAreWritten() {
    assertThat(MissedWords.withoutNumbers("zz 138 0000 0000")).isEqualTo("zz #");
    assertThat(MissedWords.withoutNumbers("zz 100-0000-0001 a")).isEqualTo("zz # a");
    assertThat(MissedWords.withoutNumbers("zz １００００００００")).isEqualTo("zz #");
    assertThat(MissedWords.withoutNumbers("zz 12345")).isEqualTo("zz #");
    assertThat(MissedWords.withoutNumbers("65 岁 2026 年")).isEqualTo("65 岁 2026 年");
  }

  @Test
  void longWordsEndAtAWholeCharacter() {
    String whole = "zzqx-long".repeat(6) + "zzqxz"; // one place is left, of two that are needed
    visitor().page("/matters?q=" + whole + "%F0%9F%8F%AE", "zh");
    assertThat(times(signedIn("keeper").get(PAGE), whole)).isOne();
  }

  @Test
  void wordsThatFindSomethingAreNotKept() {
    assertThat(visitor().page("/matters?q=renew", "en").words()).contains("Renew a library card");
    assertThat(times(signedIn("keeper").get(PAGE), "renew")).isZero();
  }

  @Test
  void wordsWithASynonymComeBackWhenTheyStillFindNothing() {
    visitor().page("/matters?q=zzqx-synonym", "zh");
    Person keeper = signedIn("keeper");
    assertThat(times(keeper.get(PAGE), "zzqx-synonym")).isOne();
    Answer after = keeper.form(PAGE, Map.of("missed", "zzqx-synonym", "what", "synonym"));
    assertThat(times(after, "zzqx-synonym")).isZero();
    visitor().page("/matters?q=zzqx-synonym", "zh");
    assertThat(times(keeper.get(PAGE), "zzqx-synonym")).as("only what came since").isOne();

    List<Entry> entries =
        journal.list(new EntryQuery("matter.words-seen-to", null, null, null, null, null, 100));
    Entry entry =
        entries.stream()
            .filter(one -> "zzqx-synonym".equals(one.fact("words")))
            .findFirst()
            .orElseThrow();
    assertThat(entry.fact("what")).isEqualTo("synonym");
    assertThat(String.valueOf(entry.fact("times"))).isEqualTo("1");
    assertThat(entry.actor().account()).isNotNull();
  }

  @Test
  void wordsThatAreNoMatterOfTheDistrictDoNotComeBack() {
    visitor().page("/matters?q=zzqx-weather", "zh");
    Person keeper = signedIn("keeper");
    Answer after = keeper.form(PAGE, Map.of("missed", "zzqx-weather", "what", "not-ours"));
    assertThat(times(after, "zzqx-weather")).isZero();
    visitor().page("/matters?q=zzqx-weather", "zh");
    assertThat(times(keeper.get(PAGE), "zzqx-weather")).isZero();
  }

  @Test
  void whoeverSaysNothingAboutTheWordsIsToldWhatToDo() {
    visitor().page("/matters?q=zzqx-unsaid", "zh");
    Person keeper = signedIn("keeper");
    Answer refused = keeper.form(PAGE, Map.of("missed", "zzqx-unsaid"));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.words()).contains("没有说明这个词怎么处理", "请选词后面的一个按钮");
    assertThat(times(keeper.get(PAGE), "zzqx-unsaid")).isOne();
  }

  @Test
  void onlyWhoeverSeesFiguresReadsThem() {
    assertThat(visitor().get(PAGE).path()).startsWith("/sign-in");
    Person reader = signedIn("mei");
    assertThat(reader.get(PAGE).status()).isEqualTo(403);
    assertThat(reader.form(PAGE, Map.of("missed", "x", "what", "synonym")).status()).isEqualTo(403);
    assertThat(reader.get("/matters/figures").body()).doesNotContain(PAGE);
    Answer figures = signedIn("keeper").page("/matters/figures", "en");
    assertThat(figures.body()).contains("href=\"" + PAGE + "\"");
    assertThat(figures.words()).contains("What people searched for and did not find");
  }
}
