package org.yiwang.casework;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.journal.Actor;
import org.yiwang.journal.Journal;
import org.yiwang.journal.NewEntry;

/** Writes down that somebody took a list away. */
@Component
class NoteExport {
  private final Journal journal;

  NoteExport(Journal journal) {
    this.journal = journal;
  }

  @Transactional
  void note(Actor actor, String filter) {
    journal.append(new NewEntry(actor, "access.exported", "cases", Map.of("filter", filter)));
  }
}
