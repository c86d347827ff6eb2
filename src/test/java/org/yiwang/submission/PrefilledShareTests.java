package org.yiwang.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.yiwang.ProgramTest;
import org.yiwang.identity.Account;
import org.yiwang.identity.Accounts;
import org.yiwang.matter.Form.Field;
import org.yiwang.matter.Form.Kind;
import org.yiwang.matter.Matter;
import org.yiwang.matter.Matters;
import org.yiwang.party.Parties;
import org.yiwang.party.PartyName;
import org.yiwang.story.Person.Answer;

/**
 * How much of each matter's first pages is filled in for a person: before anything was kept, and
 * after they sent one application and let its answers be kept. Only questions that are asked at
 * once count, rows and files not.
 */
@ProgramTest
@TestPropertySource(
    properties = {"yiwang.demo=true", "yiwang.demo-cases=0", "yiwang.submission.tick=PT71M"})
class PrefilledShareTests {
  @LocalServerPort private int port;
  @Autowired private Matters matters;
  @Autowired private Accounts accounts;
  @Autowired private Parties parties;
  @Autowired private Prefill prefill;
  @Autowired private WantedMaker wanted;

  /** Of how many questions how many were filled in. */
  private record Share(int asked, int known) {}

  private Map<String, Share> shares(Account account) {
    UUID party = parties.ofAccount(account.id().toString(), account.name().zh());
    Map<String, Share> shares = new TreeMap<>();
    for (Matter matter : matters.listMatters()) {
      if (matter.applicants().contains(Matter.Applicant.PERSON)) {
        shares.put(matter.id(), share(matter, account, parties.nameOf(party)));
      }
    }
    return shares;
  }

  private Share share(Matter matter, Account account, PartyName party) {
    Wanted what = wanted.get(Target.matter(matter.id()));
    Filled filled = prefill.fill(what, account.id().toString(), Acting.For.self(party));
    List<Field> asked = new ArrayList<>();
    what.questions().open(filled.answers()).forEach(part -> asked.addAll(part.fields()));
    asked.removeIf(field -> field.kind() == Kind.ROWS || field.kind() == Kind.FILE);
    long known = asked.stream().filter(field -> filled.sourceOf(field.id()) != null).count();
    return new Share(asked.size(), (int) known);
  }

  private static String table(Map<String, Share> before, Map<String, Share> after) {
    StringBuilder table = new StringBuilder();
    int asked = 0;
    int first = 0;
    int then = 0;
    for (var one : before.entrySet()) {
      Share now = after.getOrDefault(one.getKey(), one.getValue());
      table.append(
          String.format(
              Locale.ROOT,
              "%-26s %3d %3d %3d%n",
              one.getKey(),
              one.getValue().asked(),
              one.getValue().known(),
              now.known()));
      asked += one.getValue().asked();
      first += one.getValue().known();
      then += now.known();
    }
    return table + String.format(Locale.ROOT, "%-26s %3d %3d %3d%n", "all", asked, first, then);
  }

  @Test
  void moreIsFilledInAfterOneMatterWasDone() {
    Account wang = accounts.findByLogin("wang").orElseThrow();
    Map<String, Share> before = shares(wang);
    sendAllowance(new Applicant(port, "wang"));
    Map<String, Share> after = shares(wang);
    System.out.println(table(before, after));
    assertThat(after.keySet()).isEqualTo(before.keySet());
    assertThat(after).allSatisfy((id, share) -> assertThat(share.known()).as(id).isPositive());
    assertThat(after.values().stream().mapToInt(Share::known).sum())
        .isGreaterThan(before.values().stream().mapToInt(Share::known).sum());
  }

  private static void sendAllowance(Applicant wang) {
    Map<String, String> answers =
        Map.of(
            "applicant_phone", "10000000001",
            "registered_here", "yes",
            "bank", "bosc",
            "bank_account", "6200000000000000000");
    Answer page = wang.person.get("/apply/elder-allowance");
    for (int pages = 0; page.path().contains("/parts/") && pages < 12; pages++) {
      Map<String, String> sent = new HashMap<>(FieldsOnPage.of(page.body(), page.path()));
      sent.putAll(answers);
      page = wang.person.form(page.path(), sent);
    }
    assertThat(page.path()).as(page.shortly()).endsWith("/evidence");
    Answer check =
        wang.person.form(
            page.path(), Map.of("way-identity", "fetch", "way-account-proof", "promise"));
    assertThat(check.words()).contains("下次不用再填：联系电话、开户银行、银行卡号");
    Answer sent = wang.person.form(check.path(), Map.of("confirm", "yes", "keep-answers", "yes"));
    assertThat(sent.words()).contains("已提交");
  }
}
