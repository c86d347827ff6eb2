package org.yiwang.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.ProgramTest;
import org.yiwang.journal.Entry;
import org.yiwang.journal.Journal;
import org.yiwang.story.Person.Answer;

/**
 * Two at the same moment. Each request waits in the database for what this test holds, so that
 * which of them comes first is certain.
 */
@ProgramTest
@TestPropertySource(
    properties = {
      "yiwang.demo=true",
      "yiwang.demo-cases=0",
      "yiwang.pack=packs/_toy",
      "yiwang.casework.tick=PT1H",
      "yiwang.submission.tick=PT1H"
    })
class DraftHelpOrderTests {
  private static final Pattern DRAFT = Pattern.compile("/drafts/[0-9a-f-]{36}");
  private static final Pattern HELP = Pattern.compile("/help/[0-9a-f-]{36}");
  private static final Pattern QUESTION =
      Pattern.compile("/drafts/[0-9a-f-]{36}/help/questions/[0-9a-f-]{36}");
  private static final Duration LONGEST = Duration.ofSeconds(30);

  @LocalServerPort private int port;
  @Autowired private JdbcClient sql;
  @Autowired private TransactionTemplate transaction;
  @Autowired private DraftStore drafts;
  @Autowired private DraftHelpStore helps;
  @Autowired private Journal journal;

  private Applicant mei;
  private Applicant lin;
  private String draft;
  private UUID id;

  @BeforeEach
  void meiFillsIn() {
    mei = new Applicant(port, "mei");
    lin = new Applicant(port, "lin");
    draft = Applicant.found(DRAFT, mei.person.get("/apply/room-key").body());
    id = UUID.fromString(draft.substring("/drafts/".length()));
    mei.person.form(
        draft + "/parts/reader",
        Map.of("reader_name", "小梅", "post_address", "河边路 3 号", "hours", "morning"));
  }

  @AfterEach
  void nothingStaysBehind() {
    mei.person.form(draft + "/drop", Map.of());
  }

  private Answer asks() {
    return mei.person.form(
        draft + "/help", Map.of("words", "请问", "asked", "room-key@card-desk", "agree", "yes"));
  }

  private String asked() {
    asks();
    return Applicant.found(HELP, lin.person.get("/help").body());
  }

  private static UUID idOf(String help) {
    return UUID.fromString(help.substring("/help/".length()));
  }

  private List<Entry> entries(UUID help) {
    return journal.list("help:" + help);
  }

  /** Sends both while something is held for which both wait; the first comes first. */
  private List<Answer> inOrder(Runnable hold, Supplier<Answer> first, Supplier<Answer> second)
      throws Exception {
    try (ExecutorService two = Executors.newFixedThreadPool(2)) {
      List<Future<Answer>> both =
          transaction.execute(
              under -> {
                hold.run();
                Future<Answer> one = two.submit(first::get);
                waitFor(1);
                Future<Answer> other = two.submit(second::get);
                waitFor(2);
                return List.of(one, other);
              });
      assertThat(both).isNotNull();
      return List.of(
          both.get(0).get(LONGEST.toSeconds(), TimeUnit.SECONDS),
          both.get(1).get(LONGEST.toSeconds(), TimeUnit.SECONDS));
    }
  }

  /** Until so many wait for a lock in this database. */
  private void waitFor(int waiting) {
    long until = System.nanoTime() + LONGEST.toNanos();
    while (waiting() < waiting) {
      assertThat(System.nanoTime()).as("they wait for what is held").isLessThan(until);
      Thread.onSpinWait();
    }
  }

  private long waiting() {
    return sql.sql(
            """
            select count(*) from pg_locks l join pg_stat_activity a on a.pid = l.pid
            where not l.granted and a.datname = current_database()
            """)
        .query(Long.class)
        .single();
  }

  private Answer drops() {
    return mei.person.form(draft + "/drop", Map.of());
  }

  private List<String> ends(UUID draft) {
    return sql.sql("select coalesce(why, 'OPEN') from submission_help where draft = ?")
        .param(draft)
        .query(String.class)
        .list();
  }

  @Test
  void helpThatIsAskedForWhileTheDraftIsDroppedDoesNotStayOpen() throws Exception {
    inOrder(() -> drafts.lock(id), this::asks, this::drops);
    assertThat(ends(id)).as("asked, then dropped").containsExactly("DROPPED");
    assertThat(lin.person.get("/help").words()).contains("没有人在等");
  }

  @Test
  void aDraftThatIsDroppedFirstIsNotAskedAboutAnyMore() throws Exception {
    List<Answer> both = inOrder(() -> drafts.lock(id), this::drops, this::asks);
    assertThat(both).extracting(Answer::status).containsExactly(200, 404);
    assertThat(ends(id)).isEmpty();
  }

  @Test
  void droppingWaitsForTheDraftBeforeItTouchesTheHelp() throws Exception {
    asked();
    try (ExecutorService one = Executors.newSingleThreadExecutor()) {
      Future<Answer> dropped =
          transaction.execute(
              under -> {
                drafts.lock(id);
                Future<Answer> waits = one.submit(this::drops);
                waitFor(1);
                assertThat(helps.lockOpenOf(id)).as("nobody holds it against us").isPresent();
                return waits;
              });
      assertThat(dropped).isNotNull();
      assertThat(dropped.get(LONGEST.toSeconds(), TimeUnit.SECONDS).status()).isEqualTo(200);
    }
    assertThat(ends(id)).containsExactly("DROPPED");
  }

  @Test
  void anAnswerToThePointIsNotLostWhereAnotherWindowChangedTheDraft() throws Exception {
    String help = asked();
    lin.person.form(help, Map.of("words", "请写上楼号", "question", "post_address"));
    String question = Applicant.found(QUESTION, mei.person.get(draft + "/help").body());
    Map<String, String> answer = Map.of("post_address", "河边路 3 号 2 楼");
    try (ExecutorService one = Executors.newSingleThreadExecutor()) {
      Future<Answer> sent =
          transaction.execute(
              under -> {
                drafts.lock(id);
                Future<Answer> waits = one.submit(() -> mei.person.form(question, answer));
                waitFor(1);
                drafts.save(drafts.find(id).orElseThrow());
                return waits;
              });
      assertThat(sent).isNotNull();
      Answer refused = sent.get(LONGEST.toSeconds(), TimeUnit.SECONDS);
      assertThat(refused.status()).isEqualTo(409);
      assertThat(refused.words()).contains("这一项还没有保存");
      assertThat(refused.body()).contains("河边路 3 号 2 楼");
    }
    assertThat(mei.person.form(question, answer).words()).contains("您已看过");
  }

  private List<String> kinds(UUID help) {
    return entries(help).stream().map(Entry::kind).toList();
  }

  private Answer answers(String help, Map<String, String> typed) {
    return lin.person.form(help, typed);
  }

  private Answer takesBack() {
    return mei.person.form(draft + "/help/end", Map.of());
  }

  @Test
  void anAnswerThatComesBeforeTheConsentIsTakenBackIsKept() throws Exception {
    for (Map<String, String> typed :
        List.of(Map.of("words", "来得及"), Map.of("words", "来得及", "question", "hours"))) {
      String help = asked();
      inOrder(() -> helps.lockOpen(idOf(help)), () -> answers(help, typed), this::takesBack);
      assertThat(kinds(idOf(help)).getLast()).isEqualTo("help.ended");
      assertThat(kinds(idOf(help))).containsAnyOf("help.message", "help.pointed");
      assertThat(mei.person.get(draft + "/help").words()).contains("来得及");
    }
  }

  @Test
  void anAnswerThatComesAfterTheConsentWasTakenBackIsRefused() throws Exception {
    for (Map<String, String> typed :
        List.of(Map.of("words", "迟一步"), Map.of("words", "迟一步", "question", "hours"))) {
      String help = asked();
      Answer refused =
          inOrder(() -> helps.lockOpen(idOf(help)), this::takesBack, () -> answers(help, typed))
              .getLast();
      assertThat(refused.status()).isEqualTo(403);
      assertThat(refused.words()).contains("您写的话没有发出", "迟一步");
      assertThat(kinds(idOf(help))).containsExactly("help.asked", "help.ended");
      assertThat(mei.person.get(draft + "/help").words()).doesNotContain("迟一步");
    }
  }

  @Test
  void whatWasPointedAtIsNotSeenToOnceTheConsentIsTakenBack() throws Exception {
    String help = asked();
    answers(help, Map.of("words", "请写上楼号", "question", "post_address"));
    String question = Applicant.found(QUESTION, mei.person.get(draft + "/help").body());
    inOrder(
        () -> helps.lockOpen(idOf(help)),
        this::takesBack,
        () -> mei.person.form(question, Map.of("post_address", "河边路 3 号 8 楼")));
    assertThat(kinds(idOf(help))).endsWith("help.ended").doesNotContain("help.seen-to");
    assertThat(mei.person.get(draft + "/parts/reader").body()).as("kept").contains("8 楼");
  }

  @Test
  void atTheSameMomentNothingIsKeptOrSeenAfterTheEnd() throws Exception {
    for (int round = 0; round < 5; round++) {
      String help = asked();
      CountDownLatch start = new CountDownLatch(1);
      try (ExecutorService all = Executors.newFixedThreadPool(3)) {
        List<Future<Answer>> three =
            List.of(
                all.submit(() -> after(start, () -> answers(help, Map.of("words", "同时")))),
                all.submit(() -> after(start, this::takesBack)),
                all.submit(() -> after(start, () -> lin.person.get(help))));
        start.countDown();
        for (Future<Answer> one : three) {
          assertThat(one.get().status()).isIn(200, 403);
        }
      }
      assertThat(kinds(idOf(help)).getLast()).isEqualTo("help.ended");
    }
  }

  private static Answer after(CountDownLatch start, Supplier<Answer> then) throws Exception {
    assertThat(start.await(LONGEST.toSeconds(), TimeUnit.SECONDS)).isTrue();
    return then.get();
  }

  @Test
  void whatSomebodyMayNotHandleDoesNotCrowdTheirListOut() {
    String help = asked();
    many(
        """
        insert into submission_draft (account, party, target, answers, version, changed)
        select 'many-' || n, party, target, answers, 1, changed
        from submission_draft, generate_series(1, 250) n where id = ?
        """,
        id);
    many(
        """
        insert into submission_help
          (draft, account, party, target, matter, unit, words_zh, words_en, agreed)
        select d.id, d.account, d.party, d.target, ?, 'card-desk', '', '', d.changed
        from submission_draft d where d.account like 'many-%'
        """,
        "matter-of-others");
    many(
        """
        insert into submission_message (id, thread, party, side, account, words, at)
        select gen_random_uuid(), 'help:' || h.id, m.party, m.side, m.account, m.words,
          m.at - interval '1 day'
        from submission_help h, submission_message m
        where h.account like 'many-%' and m.thread = ?
        """,
        "help:" + idOf(help));
    try {
      assertThat(lin.person.get("/help").body()).contains("href=\"" + help + "\"");
    } finally {
      many("delete from submission_help where account like ?", "many-%");
      many("delete from submission_draft where account like ?", "many-%");
    }
  }

  private void many(String statement, Object with) {
    assertThat(sql.sql(statement).param(with).update()).isEqualTo(250);
  }
}
