package org.yiwang.story;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.Yiwang;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.casework.CaseClock;
import org.yiwang.launch.DatabaseAddress;
import org.yiwang.launch.TestDatabase;
import org.yiwang.pack.Language;
import org.yiwang.pack.Text;
import org.yiwang.submission.DueClock;

/** The whole program, running for one pack on a database and a port of its own. */
final class StoryProgram implements AutoCloseable {
  private final Path pack;
  private final ConfigurableApplicationContext context;
  private final Map<String, Person> people = new HashMap<>();
  private @Nullable Person holder;
  private @Nullable Language language;

  private StoryProgram(Path pack, ConfigurableApplicationContext context) {
    this.pack = pack;
    this.context = context;
  }

  static StoryProgram start(Path pack) {
    DatabaseAddress database = TestDatabase.empty();
    SpringApplication program = new SpringApplication(Yiwang.class, StoryClock.class);
    program.setRegisterShutdownHook(false);
    return new StoryProgram(
        pack,
        program.run(
            "--server.port=0",
            "--server.address=127.0.0.1",
            "--yiwang.pack=" + pack,
            "--yiwang.data=target/story-data/" + pack.getFileName(),
            "--yiwang.demo=true",
            "--yiwang.demo-cases=0",
            "--yiwang.casework.tick=P1D",
            "--yiwang.submission.tick=P1D",
            "--yiwang.credential.tick=P1D",
            "--yiwang.limits.enabled=false", // a story's people all come from one address at once
            "--yiwang.db.url=" + database.url(),
            "--yiwang.db.user=" + database.user(),
            "--yiwang.db.password=" + database.password()));
  }

  Path pack() {
    return pack;
  }

  <T> T get(Class<T> type) {
    return context.getBean(type);
  }

  /** In which language the people of the next story read; in none of their own if null. */
  void speak(@Nullable Language asked) {
    language = asked;
  }

  /** {@code zh} or {@code en}: what pages are asked for in. */
  String language() {
    return language == Language.EN ? "en" : "zh";
  }

  /** In which languages what is read may stand: the story's, or both. */
  List<String> languages() {
    return language == null ? List.of("zh", "en") : List.of(language());
  }

  /** How it stands on the pages that a story reads. */
  String words(Text text) {
    return text.in(language == null ? Language.ZH : language);
  }

  ZonedDateTime at(Instant instant) {
    return instant.atZone(get(DistrictTime.class).zone());
  }

  /** Who {@code visitor} is from now on: the browser in which a slip was opened. */
  void holds(Person opened) {
    holder = opened;
  }

  /**
   * Somebody with an account of the demo, who signs in once for all stories of the pack; or the
   * visitor who opened something by a case code.
   */
  Person person(String account) {
    if (account.equals(StoryLinks.VISITOR) && holder != null) {
      return holder.speaks(language);
    }
    return people
        .computeIfAbsent(account, login -> Person.signedIn(address(), login))
        .speaks(language);
  }

  /** The accounts of all who have signed in. */
  List<String> known() {
    return people.keySet().stream().sorted().toList();
  }

  /** Somebody who has not signed in, with a fresh browser. */
  Person visitor() {
    return new Person(address()).speaks(language);
  }

  private URI address() {
    var server = ((WebServerApplicationContext) context).getWebServer();
    return URI.create("http://127.0.0.1:" + (server == null ? 0 : server.getPort()));
  }

  /** What stories leave behind, in the order in which it can be taken away. */
  private static final List<String> LEFT =
      List.of(
          "file_question",
          "file_correction",
          "file_relation_correction",
          "submission_message",
          "submission_supplement",
          "submission_owed",
          "submission_promise",
          "submission_correction",
          "submission_paper",
          "submission_visit",
          "submission_code",
          "submission_part",
          "submission_submission",
          "submission_draft",
          "credential_presentation",
          "credential_paper", // what was kept; no sample has one
          "credential_identifier where credential in"
              + " (select id from credential_credential where case_number <> 'DEMO')",
          "credential_credential where case_number <> 'DEMO'",
          "casework_case",
          "casework_word",
          "casework_photo");

  /** Takes away what stories before have left, so that every figure is the story's own. */
  void emptyDesk() {
    JdbcClient sql = get(JdbcClient.class);
    sql.sql("update submission_submission set visit = null").update();
    sql.sql("update credential_credential set replaced_by = null").update();
    LEFT.forEach(left -> sql.sql("delete from " + left).update());
    sql.sql("update credential_credential set revoked = null, reason_zh = null, reason_en = null")
        .update(); // samples that a story replaced or revoked
    begun(sql);
  }

  /** Relations that a story ended and let begin anew. */
  private static final String AGAIN =
      """
      select later.id from party_relation later
        join party_relation first
          on first.party = later.party and first.kind = later.kind
         and first.other = later.other and first.id < later.id
      """;

  /** Relations as they were when the demo began. */
  private static void begun(JdbcClient sql) {
    sql.sql(
            """
            delete from party_relation_basis
             where credential not in (select id from credential_credential)
            """)
        .update();
    sql.sql(
            """
            delete from party_relation r where r.source_kind <> 'PACK'
               and not exists (select 1 from party_relation_basis b where b.relation = r.id)
            """)
        .update();
    List.of(
            "delete from party_relation_basis where relation in (" + AGAIN + ")",
            "delete from party_relation where id in (" + AGAIN + ")",
            "update party_relation_basis set until = null")
        .forEach(statement -> sql.sql(statement).update());
    sql.sql(
            "update party_relation set until = null, end_kind = null, end_source = null, end_ref = null")
        .update();
  }

  void set(ZonedDateTime now) {
    get(StoryClock.class).set(now.toInstant());
  }

  /** Lets time pass until then; whatever the clock has to do meanwhile is done at its own time. */
  void letPass(ZonedDateTime until) {
    Optional<Instant> next = nextTimer();
    for (int i = 0; next.isPresent() && !next.get().isAfter(until.toInstant()); i++) {
      if (i == 1000) {
        throw new IllegalStateException("The clock never comes to rest");
      }
      get(DistrictTime.class).at(next.get(), this::tick);
      next = nextTimer();
    }
    set(until);
  }

  private Optional<Instant> nextTimer() {
    return Stream.of(get(CaseClock.class).findNext(), get(DueClock.class).findNext())
        .flatMap(Optional::stream)
        .min(Comparator.naturalOrder());
  }

  private int tick() {
    return get(CaseClock.class).tick() + get(DueClock.class).tick();
  }

  @Override
  public void close() {
    context.close();
  }
}
