package org.yiwang.journeys;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.yiwang.ProgramTest;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.credential.Credential;
import org.yiwang.credential.Credentials;
import org.yiwang.identity.Account;
import org.yiwang.identity.Accounts;
import org.yiwang.pack.Language;
import org.yiwang.party.Parties;
import org.yiwang.story.Person;
import org.yiwang.story.Person.Answer;
import org.yiwang.story.StoryClock;
import org.yiwang.submission.DueClock;

/**
 * "Who looked at my data" is complete: every address that the program has is asked for by everybody
 * who works there. Where an answer shows a word that tells of somebody else, that very answer has
 * to have left a line which the person finds on their page at once. What is done for somebody in
 * one sitting is one look; so a page that left none is opened again when that sitting is over, and
 * then has to leave one.
 */
@Tag("journey")
@ProgramTest
@TestPropertySource(
    properties = {
      "yiwang.demo=true",
      "yiwang.demo-cases=0",
      "yiwang.casework.tick=PT4H",
      "yiwang.submission.tick=PT4H"
    })
@Import(StoryClock.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryLookTests {
  private static final Pattern RECEIPT = Pattern.compile("/journal/receipt/(\\d+)\"");
  private static final Pattern OLDER = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"");
  private static final int WANDERED = 3;
  private static final int ASKED = 7;

  /** After that long nothing is the same sitting any more. */
  private static final Duration OVER = Duration.ofMinutes(16);

  private static final List<String> OWNERS = List.of("wang", "lu", "li");

  private static final List<String> PEOPLE =
      List.of(
          "",
          "li",
          "zhou",
          "grid-siping",
          "verify-siping",
          "handle-greening",
          "window",
          "approve-siping",
          "approve-justice",
          "approve-fund",
          "approve-police",
          "duty",
          "leader",
          "audit",
          "admin",
          "hotline");

  /** Addresses that are not asked, and why. */
  private static final Map<String, String> NOT_ASKED =
      Map.of(
          "/live/counts", "never ends, and carries numbers only",
          "/styleguide/live", "never ends, and carries sample numbers");

  /** Addresses that may be opened by none of those who are asked here, and why. */
  private static final Map<String, String> NOT_OPENED =
      Map.ofEntries(
          entry("/live/counts", "not asked"),
          entry("/styleguide/live", "not asked"),
          entry("/error", "answers 404 and nothing else"),
          entry("/api/places/at", "the district's streets"),
          entry("/place/layers/{id}.geojson", "the district's map"),
          entry("/matters/codes/{id}", "what the pack says"),
          entry("/journal/tile/{*path}", "hashes"),
          entry("/api/journal/receipts/{entry:\\d{1,18}}", "as /journal/receipt/….json"),
          entry("/credential/status/{list}", "signed bits"),
          entry("/credential/types/{id}", "what the pack says"),
          entry("/report/done/{number}", "only whoever reported"),
          entry("/report/photos/{id}", "only whoever is reporting; a photo"),
          entry("/requests/lookup/{number}/photos/{id}", "only whoever reported; a photo"),
          entry("/cases/{number}/papers/{id}", "an attachment; OneReadingTests holds its look"),
          entry("/cases/{number}/papers/{id}/keep", "names the paper and nobody"),
          entry("/drafts/{id}/help/questions/{message}", "only whoever fills it in"),
          entry("/drafts/{id}/elsewhere/{papers}/{request}", "only whoever fills it in"),
          entry("/window/{id}/part", "only once a file was joined; the visit is the look"),
          entry("/follow/{id}", "only with a case code; CaseCodeTests"),
          entry("/follow/{id}/{number}/mend/{message}", "only with a case code"),
          entry(
              "/follow/{id}/{number}/supplement",
              "only with a case code; CaseCodeJourneyTests looks at it"));

  /** One of each role, for the walk in English. */
  private static final List<String> ENGLISH =
      List.of(
          "",
          "li",
          "grid-siping",
          "verify-siping",
          "handle-greening",
          "window",
          "approve-siping",
          "duty",
          "leader",
          "audit",
          "admin",
          "hotline");

  /** What may be shown without a look, and why. */
  private static boolean excepted(Asker asker, String path, String word) {
    return path.equals("/sign-in") // the demo's people, to be chosen from; without the demo nobody
        // Whoever has a mandate knows for whom by name: she agreed to it herself.
        || (asker.login().equals("li") && Set.of("王秀兰", "Wang Xiulan").contains(word))
        // A relation is in the files of both sides: a firm's names who works there, by name.
        || (asker.login().equals("zhou")
            && path.startsWith("/file/")
            && Set.of("李敏", "Li Min").contains(word))
        // A firm's name stands on its door and in the public register.
        || FIRM.contains(word);
  }

  private static final Set<String> FIRM =
      Set.of("上海巷口咖啡有限公司（虚构）", "Xiangkou Coffee Co., Ltd (invented)");

  @LocalServerPort private int port;
  @Autowired private Accounts accounts;
  @Autowired private Parties parties;
  @Autowired private Credentials credentials;
  @Autowired private JdbcClient sql;
  @Autowired private DistrictTime time;
  @Autowired private StoryClock clock;
  @Autowired private DueClock promises;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  private RequestMappingHandlerMapping mapping;

  private final List<Marked> marked = new ArrayList<>();
  private final Map<String, Set<String>> addresses = new TreeMap<>();
  private final Map<String, Instant> times = new HashMap<>();
  private List<Asker> askers;

  /** One reading that left no line. */
  private record Unseen(String login, String pattern, String address, String words) {
    @Override
    public String toString() {
      return "%-16s %-40s %s: %s".formatted(login, pattern, address, words);
    }
  }

  @BeforeAll
  void prepare() {
    Instant begun = time.realInstant();
    clock.set(begun);
    LookScene scene = LookScene.make(at(), firm("xiangkou")).with(LookScene.ofCase(checked(begun)));
    mark(scene);
    PEOPLE.forEach(login -> times.put(login, begun.plus(OVER)));
    askers = PEOPLE.stream().map(login -> Asker.of(at(), login)).toList();
    scene.places().forEach(this::add);
    credentials
        .listOf(marked.getFirst().party())
        .forEach(one -> add("/credentials/" + one.id() + "?why=" + "check"));
    Stream.concat(OWNERS.stream().map(login -> Asker.of(at(), login)), askers.stream())
        .forEach(
            asker ->
                asker
                    .wander(starts(scene), this::patternOf, WANDERED)
                    .values()
                    .forEach(met -> met.forEach(this::add)));
  }

  /** Somebody goes and looks whether the promise of the scene is true: the case of that. */
  private String checked(Instant now) {
    sql.sql("update submission_promise set next_look = ?").param(Timestamp.from(now)).update();
    time.at(now, promises::tick);
    return sql.sql("select check_number from submission_promise where check_number is not null")
        .query(String.class)
        .single();
  }

  private void add(String address) {
    String pattern = patternOf(address);
    Set<String> known = addresses.computeIfAbsent(pattern, key -> new LinkedHashSet<>());
    if (!pattern.isEmpty() && known.size() < ASKED) {
      known.add(address);
    }
  }

  private URI at() {
    return URI.create("http://127.0.0.1:" + port);
  }

  private UUID firm(String id) {
    return parties.findDemoFirm(id).orElseThrow();
  }

  private void mark(LookScene scene) {
    String common = readByAnybody();
    scene
        .typed()
        .forEach(
            (login, words) -> {
              Account account = accounts.findByLogin(login).orElseThrow();
              UUID party = parties.ofAccount(account.id().toString(), account.name().zh());
              List<Credential> wallet = credentials.listOf(party);
              Set<String> own = new TreeSet<>(words);
              own.addAll(OwnWords.of(Person.signedIn(at(), login), wallet, common));
              marked.add(
                  Marked.person(account, parties, wallet.stream(), own.toArray(String[]::new)));
            });
    UUID firm = firm("xiangkou");
    marked.add(Marked.of("lu", firm, credentials.listOf(firm).stream(), parties, FIRM));
    UUID guest =
        sql.sql("select party from submission_visit where id = ?")
            .param(UUID.fromString(scene.acted().path("{guest}").replaceAll(".*/", "")))
            .query(UUID.class)
            .single();
    marked.add(Marked.of("", guest, Stream.empty(), parties, Set.of("安娜")));
  }

  /** All that a visitor reads, in both languages. */
  private String readByAnybody() {
    Asker visitor = Asker.of(at(), "");
    return Stream.of(Language.values())
        .map(visitor::reading)
        .flatMap(
            reader ->
                patterns().stream()
                    .filter(address -> !address.contains("{") && !address.equals("/sign-in"))
                    .filter(address -> !NOT_ASKED.containsKey(address))
                    .map(address -> reader.get(address).body()))
        .collect(Collectors.joining("\n"));
  }

  /** Every address without a name in it, and all that the scene knows. */
  private List<String> starts(LookScene scene) {
    return Stream.concat(
            scene.places().stream(), patterns().stream().filter(pattern -> !pattern.contains("{")))
        .filter(address -> !NOT_ASKED.containsKey(address))
        .toList();
  }

  private Set<String> patterns() {
    return new Addresses(mapping).of("GET");
  }

  private String patternOf(String address) {
    String pattern = new Addresses(mapping).patternOf("GET", address);
    return NOT_ASKED.containsKey(pattern) ? "" : pattern;
  }

  @Test
  void whatShowsSomebodysDataIsALookThatTheyFindAtOnce() {
    Set<String> neverOpened = new TreeSet<>(patterns());
    neverOpened.removeAll(everyLook(askers, Language.ZH));
    assertThat(NOT_OPENED.keySet()).as("opened by nobody").containsAll(neverOpened);
  }

  @Test
  void soItIsInEnglish() {
    List<Asker> some = askers.stream().filter(one -> ENGLISH.contains(one.login())).toList();
    assertThat(some)
        .hasSameSizeAs(ENGLISH)
        .allSatisfy(
            one -> assertThat(one.reading(Language.EN).get("/").body()).contains("lang=\"en\""));
    everyLook(some, Language.EN);
  }

  /** Every address, asked by each; the patterns of those that anybody could open. */
  private Set<String> everyLook(List<Asker> people, Language language) {
    Map<String, String> unseen = new LinkedHashMap<>();
    Set<String> opened = new TreeSet<>();
    for (Asker asker : people) {
      clock.set(times.getOrDefault(asker.login(), Instant.EPOCH));
      Asker reader = asker.reading(language);
      addresses.forEach((pattern, all) -> ask(reader, pattern, all, opened, unseen));
    }
    assertThat(unseen.values()).isEmpty();
    return opened;
  }

  @Test
  void thePageOfThePersonShowsEachOfThem() {
    for (Marked one : marked) {
      if (!one.login().isEmpty()) {
        List<Long> written =
            sql.sql(
                    """
                    select id from journal_entry
                     where kind like 'access.%' and facts->>'concerns' = ? order by id desc
                    """)
                .param("party:" + one.party())
                .query(Long.class)
                .list();
        assertThat(read(one)).as(one.login()).containsAll(written);
      }
    }
  }

  /** All that stands on the pages of who looked, older and older. */
  private Set<Long> read(Marked one) {
    Person person = Person.signedIn(at(), one.login());
    Set<Long> read = new TreeSet<>();
    String next = "/file/looks?party=" + one.party();
    while (!next.isEmpty()) {
      String page = person.get(next).body();
      RECEIPT.matcher(page).results().forEach(found -> read.add(Long.valueOf(found.group(1))));
      next =
          OLDER
              .matcher(page)
              .results()
              .map(found -> found.group(1).replace("&amp;", "&"))
              .findFirst()
              .orElse("");
    }
    return read;
  }

  private void ask(
      Asker asker,
      String pattern,
      Set<String> all,
      Set<String> opened,
      Map<String, String> unseen) {
    int refused = 0;
    for (String address : all) {
      long before = lastEntry();
      Answer answer = asker.get(address);
      if (answer.status() == 403 && ++refused == 2) {
        return; // not for this role
      }
      if (answer.good()) {
        opened.add(pattern);
        String fault = faults(asker, answer, before).isEmpty() ? "" : askedLater(asker, address);
        if (!fault.isEmpty()) {
          unseen.putIfAbsent(
              asker.login() + " " + pattern,
              new Unseen(asker.login(), pattern, address, fault).toString());
        }
      }
    }
  }

  /** As {@link #faults} when no look of before goes on any more. */
  private String askedLater(Asker asker, String address) {
    clock.set(times.merge(asker.login(), Instant.EPOCH, (now, none) -> now.plus(OVER)));
    long before = lastEntry();
    Answer answer = asker.get(address);
    return answer.good() ? faults(asker, answer, before) : "opens no more";
  }

  /** The words that an answer shows without a look at any of those whose they are. */
  private String faults(Asker asker, Answer answer, long before) {
    Set<String> looked = null;
    Set<String> faults = new TreeSet<>();
    for (String word : words()) {
      if (answer.body().contains(word) && !excepted(asker, answer.path(), word)) {
        List<Marked> whose = marked.stream().filter(one -> one.words().contains(word)).toList();
        boolean own =
            !asker.login().isEmpty()
                && whose.stream().anyMatch(one -> one.login().equals(asker.login()));
        looked = looked == null ? looksSince(before, asker) : looked;
        Set<String> seen = looked;
        if (!own && whose.stream().noneMatch(one -> seen.contains("party:" + one.party()))) {
          faults.add(word);
        }
      }
    }
    return String.join(" ", faults);
  }

  private Set<String> words() {
    return marked.stream().flatMap(one -> one.words().stream()).collect(Collectors.toSet());
  }

  private long lastEntry() {
    return sql.sql("select coalesce(max(id), 0) from journal_entry").query(Long.class).single();
  }

  private Set<String> looksSince(long entry, Asker asker) {
    return accounts
        .findByLogin(asker.login())
        .map(
            account ->
                Set.copyOf(
                    sql.sql(
                            """
                            select facts->>'concerns' from journal_entry
                             where id > ? and actor_account = ?
                               and kind like 'access.%' and facts->>'concerns' is not null
                            """)
                        .params(entry, account.id().toString())
                        .query(String.class)
                        .list()))
        .orElse(Set.of());
  }
}
