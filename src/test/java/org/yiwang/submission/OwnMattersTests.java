package org.yiwang.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.yiwang.ProgramTest;
import org.yiwang.submission.Applicant.Application;

/** The first page says of each application what its own page says, and what waits for you first. */
@ProgramTest
@TestPropertySource(
    properties = {
      "yiwang.demo=true",
      "yiwang.pack=packs/_toy",
      "yiwang.casework.tick=PT1H",
      "yiwang.submission.tick=PT1H"
    })
class OwnMattersTests {
  private static final Pattern LINE =
      Pattern.compile("<li class=\"waits\">(.*?)</li>|<li>(.*?)</li>", Pattern.DOTALL);

  @LocalServerPort private int port;

  @Test
  void whatIsAskedOfTheApplicantIsMarkedAndLeadsToTheApplication() {
    Applicant bo = new Applicant(port, "bo");
    Application asked = bo.apply(Applicant.ALL_LATER_OR_PROMISED);
    Application later = bo.apply(Applicant.ALL_LATER_OR_PROMISED);
    asksForMore(asked);

    String home = bo.person.get("/").body();
    String line = line(home, asked);
    assertThat(line).startsWith("<li class=\"waits\">").contains("等您处理", "请您补正", "请补齐。");
    assertThat(line(home, later)).contains("有材料待补交").doesNotContain("请您补正");
    assertThat(bo.person.get("/applications").words()).contains("请您补正");
    assertThat(home).doesNotContain("/requests/lookup/" + asked.number());
  }

  @Test
  void aRefusalSaysSoAndWhatMayStillBeDone() {
    Applicant bo = new Applicant(port, "bo");
    Application sent = bo.apply(Applicant.ALL_LATER_OR_PROMISED);
    assertThat(new Applicant(port, "lin").does(sent.number(), "accept", "").good()).isTrue();
    assertThat(new Applicant(port, "keeper").does(sent.number(), "refuse", "太多人了").good()).isTrue();
    assertThat(line(bo.person.get("/").body(), sent))
        .startsWith("<li>")
        .contains("没有批准", "您可以提出异议。")
        .doesNotContain("请您评价", "等您处理");
  }

  @Test
  void aMessageLeadsToWhatItIsAboutAndCountsUntilItIsRead() {
    Applicant bo = new Applicant(port, "bo");
    bo.person.get("/messages");
    assertThat(bo.person.get("/").body()).doesNotContain("class=\"fresh\"");
    Application sent = bo.apply(Applicant.ALL_LATER_OR_PROMISED);
    asksForMore(sent);

    String home = bo.person.get("/").body();
    assertThat(home).contains("class=\"fresh\"", "新通知", "有内容需要补正。");
    String message = found(Pattern.compile("/messages/[0-9a-f-]{36}"), home);
    assertThat(bo.person.get(message).words()).contains("请补齐。");
    assertThat(bo.person.get("/").body()).doesNotContain(message);
    assertThat(new Applicant(port, "lin").person.get(message).status()).isEqualTo(404);
    assertThat(bo.person.get("/messages").body()).contains(message);
    assertThat(bo.person.get("/").body()).doesNotContain("class=\"fresh\"", "新通知");
  }

  private void asksForMore(Application of) {
    String ask = "/cases/" + of.number() + "/supplement";
    var asked =
        new Applicant(port, "lin").acts(ask, ask, Map.of("reason-field:post_address", "请写上楼号"));
    assertThat(asked.good()).as(asked.words()).isTrue();
  }

  private static String line(String home, Application of) {
    Matcher lines = LINE.matcher(home.substring(home.indexOf("<ul class=\"own\">")));
    while (lines.find()) {
      if (lines.group().contains(of.href())) {
        return lines.group();
      }
    }
    throw new AssertionError(of.href() + " is not on the first page");
  }

  private static String found(Pattern what, String in) {
    return Applicant.found(what, in);
  }
}
