package org.yiwang.identity;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.journal.Actor;
import org.yiwang.journal.Entry;
import org.yiwang.journal.Journal;
import org.yiwang.journal.NewEntry;
import org.yiwang.pack.Text;

/** Who looked at what (查阅日志): each look at something personal is an entry of the journal. */
@Component
public class AccessLog {
  /** Kind of the journal's entries that tell of a look. */
  static final String KIND = "access.read";

  /** How the kinds of all such entries begin: looks, and lists that were taken away. */
  static final String KINDS = "access.";

  private final Journal journal;
  private final Accounts accounts;
  private final Units units;

  AccessLog(Journal journal, Accounts accounts, Units units) {
    this.journal = journal;
    this.accounts = accounts;
    this.units = units;
  }

  /**
   * A look at something personal, as the person concerned may read it: when and by which unit, not
   * by whom.
   *
   * @param unit empty where whoever looked belongs to none
   */
  public record Look(Instant at, Text unit, String purpose) {}

  /**
   * Writes down that somebody saw something; joins the transaction under way, or makes its own.
   *
   * @param subject what it belongs to, as the journal names it: {@code case:…}
   * @param seen what exactly was seen: {@code party:…}
   * @param purpose why, in words that the person concerned will read
   */
  @Transactional
  public void read(Viewer viewer, String subject, String seen, String purpose) {
    Actor who = new Actor(Actor.Kind.PERSON, viewer.account(), viewer.name());
    Text unit = unit(viewer);
    Map<String, Object> facts =
        Map.of("seen", seen, "purpose", purpose, "unit-zh", unit.zh(), "unit-en", unit.en());
    journal.append(new NewEntry(who, KIND, subject, facts));
  }

  private Text unit(Viewer viewer) {
    return Optional.ofNullable(viewer.account())
        .flatMap(id -> accounts.findAccount(UUID.fromString(id)))
        .map(Account::unit)
        .flatMap(units::findUnit)
        .map(Unit::name)
        .orElse(Text.same(""));
  }

  /** Who looked at what belongs to a subject, oldest first. */
  public List<Look> listLooks(String subject) {
    return journal.list(subject).stream()
        .filter(entry -> entry.kind().equals(KIND))
        .map(
            entry ->
                new Look(
                    entry.at(),
                    Text.of(words(entry, "unit-zh"), words(entry, "unit-en")),
                    words(entry, "purpose")))
        .toList();
  }

  private static String words(Entry entry, String fact) {
    return Objects.requireNonNullElse(entry.fact(fact), "");
  }
}
