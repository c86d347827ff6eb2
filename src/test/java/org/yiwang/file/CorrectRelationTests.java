package org.yiwang.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.yiwang.ProgramTest;
import org.yiwang.identity.Account;
import org.yiwang.identity.Accounts;
import org.yiwang.identity.Reach;
import org.yiwang.identity.Viewer;
import org.yiwang.journal.Actor;
import org.yiwang.notice.Notice;
import org.yiwang.notice.Notices;
import org.yiwang.pack.Language;
import org.yiwang.pack.Text;
import org.yiwang.page.RefusedException;
import org.yiwang.party.Fact;
import org.yiwang.party.NewFirm;
import org.yiwang.party.NewRelation;
import org.yiwang.party.Parties;
import org.yiwang.party.Relation;

/** One side says once that a relation is wrong, however often it is sent; the other side hears. */
@ProgramTest
@TestPropertySource(properties = {"yiwang.demo=true", "yiwang.demo-cases=0"})
class CorrectRelationTests {
  @Autowired private CorrectRelation correct;
  @Autowired private Parties parties;
  @Autowired private Accounts accounts;
  @Autowired private Notices notices;

  private Account account(String login) {
    return accounts.findByLogin(login).orElseThrow();
  }

  private Viewer viewer(String login) {
    Account of = account(login);
    return new Viewer(of.id().toString(), of.name(), of.roles(), Set.of(), Reach.none());
  }

  private UUID party(String login) {
    return parties.ofAccount(account(login).id().toString(), account(login).name().zh());
  }

  /** A new firm that one represents and for which the other works. */
  private Relation employed(String employee, String representative) {
    var source = new Fact.Source(Fact.Source.Kind.PACK, "test", null);
    UUID firm =
        parties.addFirm(
            new NewFirm(Text.same("更正测试公司"), party(representative), List.of(), source),
            Actor.SYSTEM);
    parties.relate(
        new NewRelation(party(employee), Relation.Kind.EMPLOYEE, firm, source), Actor.SYSTEM);
    return parties.ownFile(firm).relations().getLast();
  }

  private String asks(String login, Relation wrong, String why) {
    var said = new CorrectRelation.Said(party(login), why, Language.ZH);
    return correct.ask(wrong.id(), said, viewer(login));
  }

  private List<Notice> told(Relation wrong, String number) {
    return notices.listAbout("party:" + wrong.other()).stream()
        .filter(one -> String.valueOf(one.words()).contains(number))
        .toList();
  }

  @Test
  void theSameSentTwiceLeadsToTheSameCaseAndAnotherReasonToARefusalThatNamesIt() {
    Relation wrong = employed("wu", "ye");
    String number = asks("wu", wrong, "已经离职");

    assertThat(asks("wu", wrong, "已经离职")).isEqualTo(number);
    assertThatThrownBy(() -> asks("wu", wrong, "上个月离职"))
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused -> {
              assertThat(refused.refusals()).hasSize(1);
              assertThat(refused.refusals().getFirst().code()).isEqualTo("file-relation-asked");
              assertThat(refused.refusals().getFirst().says().zh()).contains(number);
            });
    assertThat(correct.findOpen(wrong.id(), party("wu"), viewer("wu")))
        .hasValueSatisfying(open -> assertThat(open.number()).isEqualTo(number));
    assertThat(told(wrong, number)).hasSize(1);
  }

  @Test
  void sentTwiceAtTheSameMomentOpensOneCase() throws Exception {
    Relation wrong = employed("wu", "ye");
    var start = new CyclicBarrier(2);
    Callable<String> send =
        () -> {
          start.await();
          return asks("wu", wrong, "已经离职");
        };
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      List<Future<String>> both = List.of(threads.submit(send), threads.submit(send));
      assertThat(both.getFirst().get()).isEqualTo(both.getLast().get());
    }
  }

  @Test
  void theOtherSideIsToldThatButNotWhyAndWhoeverAskedIsNot() {
    Relation wrong = employed("wu", "ye");
    String number = asks("wu", wrong, "已经离职");

    assertThat(told(wrong, number))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.to().account()).isEqualTo(account("ye").id().toString());
              assertThat(String.valueOf(one.words())).contains("吴海涛", "更正测试公司", "says that it is");
              assertThat(String.valueOf(one.words())).doesNotContain("离职");
            });
    var firms = new CorrectRelation.Said(wrong.other(), "没有这个人", Language.ZH);
    String other = correct.ask(wrong.id(), firms, viewer("ye"));
    assertThat(other).as("the other side has a case of its own").isNotEqualTo(number);
    assertThat(notices.listAbout("party:" + party("wu")))
        .filteredOn(one -> String.valueOf(one.words()).contains(other))
        .extracting(one -> one.to().account())
        .containsExactly(account("wu").id().toString());
  }
}
