package org.yiwang.identity;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.journal.Actor;
import org.yiwang.journal.Journal;
import org.yiwang.journal.NewEntry;

/** Who looked at what (查阅日志): each look at something personal is an entry of the journal. */
@Component
public class AccessLog {
  /** Kind of the journal's entries that tell of a look. */
  static final String KIND = "access.read";

  private final Journal journal;

  AccessLog(Journal journal) {
    this.journal = journal;
  }

  /**
   * Writes down that somebody saw something; joins the transaction under way, or makes its own.
   *
   * @param subject what was seen, as the journal names it: {@code party:…}, {@code case:…}
   * @param purpose why, in words that the person concerned will read
   */
  @Transactional
  public void read(Viewer viewer, String subject, String purpose) {
    Actor who = new Actor(Actor.Kind.PERSON, viewer.account(), viewer.name());
    journal.append(new NewEntry(who, KIND, subject, Map.of("purpose", purpose)));
  }
}
