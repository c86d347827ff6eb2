package org.yiwang.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.journal.Actor;
import org.yiwang.journal.Entry;
import org.yiwang.journal.EntryQuery;
import org.yiwang.journal.Journal;
import org.yiwang.journal.NewEntry;
import org.yiwang.pack.Text;
import org.yiwang.page.Page;

/** Who looked at what (查阅日志): each look at something personal is an entry of the journal. */
@Component
public class AccessLog {
  /** Kind of the journal's entries that tell of a look. */
  static final String KIND = "access.read";

  /** Kind of looks that no open case was the ground for, only what somebody wrote. */
  static final String JUSTIFIED = "access.justified";

  /** How the kinds of all such entries begin: looks, and lists that were taken away. */
  static final String KINDS = "access.";

  /** For so long at most what is done for somebody is one look. */
  static final Duration SITTING = Duration.ofMinutes(15);

  private static final int LATELY = 50;

  private final Journal journal;
  private final Accounts accounts;
  private final Units units;
  private final Roles roles;
  private final OneReading reading;
  private final LookNumbers numbers;
  private final DistrictTime time;

  AccessLog(
      Journal journal,
      Accounts accounts,
      Units units,
      Roles roles,
      OneReading reading,
      LookNumbers numbers,
      DistrictTime time) {
    this.time = time;
    this.numbers = numbers;
    this.reading = reading;
    this.journal = journal;
    this.accounts = accounts;
    this.units = units;
    this.roles = roles;
  }

  /**
   * What is looked at (查阅对象), as the journal names it.
   *
   * @param subject what it belongs to: {@code case:…}
   * @param seen what exactly was seen: {@code party:…}, {@code paper:…}
   * @param concerns whom it concerns and who therefore reads of it: {@code party:…}
   * @param by who looks for whom they act, and by what; null for anybody else
   */
  public record Sight(String subject, String seen, String concerns, @Nullable OnBehalf by) {
    public Sight(String subject, String seen, String concerns) {
      this(subject, seen, concerns, null);
    }

    /** The same, seen by whoever acts for whom it concerns. */
    public Sight by(@Nullable OnBehalf agent) {
      return new Sight(subject, seen, concerns, agent);
    }

    /** A look at a party's own file or contact. */
    public static Sight ofParty(String subject, UUID party) {
      return new Sight(subject, "party:" + party, "party:" + party);
    }
  }

  /**
   * A look at something personal, as the person concerned may read it: when, by which unit and in
   * which role; by whom only if for them.
   *
   * @param entry id of the journal's entry, for its receipt
   * @param unit empty where whoever looked belongs to none
   * @param role in which role or roles
   * @param subject what it belonged to: {@code case:…}, or the party itself
   * @param concerns whom it concerns: {@code party:…}
   * @param justified whether no open case was the ground for it
   * @param number which one it is of those that concern the same; null for looks from before they
   *     were numbered
   * @param by who looked on their behalf; null for officers, and for looks from before they were
   *     named
   */
  public record Look(
      long entry,
      Instant at,
      Text unit,
      Text role,
      Text purpose,
      String subject,
      String concerns,
      boolean justified,
      @Nullable Long number,
      @Nullable OnBehalf by) {
    /** Who looked, in words: office and role, or the agent and the mandate. */
    public String who(Page page) {
      return by != null
          ? by.words(page)
          : Stream.of(page.t(unit), page.t(role))
              .filter(words -> !words.isEmpty())
              .collect(Collectors.joining(" · "));
    }

    /** The same look by another name. */
    public Look by(@Nullable OnBehalf named) {
      return new Look(entry, at, unit, role, purpose, subject, concerns, justified, number, named);
    }

    /** The case for which it was, if for one. */
    public Optional<String> caseNumber() {
      return subject.startsWith("case:")
          ? Optional.of(subject.substring("case:".length()))
          : Optional.empty();
    }
  }

  /**
   * Writes down that somebody saw something; joins the transaction under way, or makes its own.
   * What {@link OneReading} shows once more is part of the look that stands there already.
   *
   * @param purpose why, in words that the person concerned will read, in their language; what an
   *     officer typed is the same in both
   */
  @Transactional
  public void read(Viewer viewer, Sight sight, Text purpose) {
    if (!reading.goesOn(viewer, sight, purpose)) {
      write(KIND, viewer, sight, purpose);
    }
  }

  /**
   * As {@link #read}, for whoever does something for somebody who asked them to: under a mandate,
   * or while that person stands before them. Page after page is one sitting (同一次代办), which lasts
   * {@link #SITTING} from the look that is written; what is seen later is another.
   */
  @Transactional
  public void sit(Viewer viewer, Sight sight, Text purpose) {
    Instant since = time.instant().minus(SITTING);
    var lately = new EntryQuery(KIND, sight.subject(), viewer.account(), since, null, null, LATELY);
    boolean sitting =
        journal.list(lately).stream().anyMatch(look -> OneReading.isOf(look, sight, purpose));
    if (!sitting) {
      write(KIND, viewer, sight, purpose);
    }
  }

  /** As {@link #read}, without an open case as its ground: auditors find these by themselves. */
  @Transactional
  public void readJustified(Viewer viewer, Sight sight, String justification) {
    write(JUSTIFIED, viewer, sight, Text.same(justification));
  }

  private void write(String kind, Viewer viewer, Sight sight, Text purpose) {
    Actor who = new Actor(Actor.Kind.PERSON, viewer.account(), viewer.name());
    Text unit = unit(viewer);
    Text role = role(viewer);
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("seen", sight.seen());
    facts.put("concerns", sight.concerns());
    facts.put("number", String.valueOf(numbers.next(sight.concerns())));
    facts.put("purpose", purpose.zh());
    if (!purpose.en().equals(purpose.zh())) {
      facts.put("purpose-en", purpose.en());
    }
    facts.put("unit-zh", unit.zh());
    facts.put("unit-en", unit.en());
    facts.put("role-zh", role.zh());
    facts.put("role-en", role.en());
    if (sight.by() != null) {
      facts.putAll(sight.by().facts());
    }
    journal.append(new NewEntry(who, kind, sight.subject(), facts));
  }

  private Text unit(Viewer viewer) {
    return accounts
        .findActor(viewer.account())
        .map(Account::unit)
        .flatMap(units::findUnit)
        .map(Unit::name)
        .orElse(Text.same(""));
  }

  private Text role(Viewer viewer) {
    return Text.of(roles(viewer, Text::zh, "、"), roles(viewer, Text::en, ", "));
  }

  private String roles(Viewer viewer, Function<Text, String> language, String between) {
    return roles.listRoles().stream()
        .filter(role -> viewer.is(role.id()))
        .map(role -> language.apply(role.name()))
        .collect(Collectors.joining(between));
  }

  /** Who looked at what belongs to a subject, oldest first. */
  public List<Look> listLooks(String subject) {
    return journal.list(subject).stream()
        .filter(entry -> entry.kind().startsWith(KINDS) && entry.fact("seen") != null)
        .map(AccessLog::look)
        .toList();
  }

  /** When that viewer last looked at what belongs to a subject; empty if never. */
  public Optional<Instant> findLastLook(String subject, Viewer viewer) {
    return journal.list(subject).reversed().stream()
        .filter(entry -> entry.kind().startsWith(KINDS) && entry.fact("seen") != null)
        .filter(entry -> Objects.equals(entry.actor().account(), viewer.account()))
        .map(Entry::at)
        .findFirst();
  }

  /**
   * Who looked at what concerns one of these, newest first.
   *
   * @param concerned {@code party:…}
   * @param before only looks before that entry, for the next page; null for the first
   */
  public List<Look> listLooksAt(Collection<String> concerned, @Nullable Long before, int limit) {
    return concerned.isEmpty()
        ? List.of()
        : journal.listLooks(concerned, before, limit).stream().map(AccessLog::look).toList();
  }

  /**
   * Whether the numbers of looks are without a gap (编号是否连续).
   *
   * @param given how many numbers were given out, by whom the looks concern; nobody without any
   * @param missing those that are in no entry, at most a few
   */
  public record Numbered(Map<String, Long> given, List<Long> missing) {
    /** The last number given out for looks that concern this. */
    public long last(String concerns) {
      return given.getOrDefault(concerns, 0L);
    }
  }

  /** Whether each look that was numbered is there still, of those that concern one of these. */
  @Transactional(readOnly = true)
  public Numbered checkNumbers(Collection<String> concerned) {
    return numbers.check(concerned);
  }

  /** One look, by its entry in the journal. */
  public Optional<Look> findLook(long entry) {
    return journal
        .find(entry)
        .filter(found -> found.kind().startsWith(KINDS) && found.fact("seen") != null)
        .map(AccessLog::look);
  }

  private static Look look(Entry entry) {
    String concerns = entry.fact("concerns");
    return new Look(
        entry.id(),
        entry.at(),
        Text.of(words(entry, "unit-zh"), words(entry, "unit-en")),
        Text.of(words(entry, "role-zh"), words(entry, "role-en")),
        purpose(entry),
        entry.subject(),
        concerns == null ? words(entry, "seen") : concerns,
        entry.kind().equals(JUSTIFIED),
        number(entry),
        OnBehalf.of(entry));
  }

  private static @Nullable Long number(Entry entry) {
    String number = entry.fact("number");
    return number == null ? null : Long.valueOf(number);
  }

  /** In English as well where the program's own words say it; older looks have one language. */
  static Text purpose(Entry entry) {
    String said = words(entry, "purpose");
    return Text.of(said, Objects.requireNonNullElse(entry.fact("purpose-en"), said));
  }

  private static String words(Entry entry, String fact) {
    return Objects.requireNonNullElse(entry.fact(fact), "");
  }
}
