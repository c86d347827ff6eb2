package org.yiwang.casework;

import static org.yiwang.casework.CaseStore.timestamp;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The columns of a new case in the order of the insert. */
final class NewCaseColumns {
  private NewCaseColumns() {}

  static @Nullable Object[] of(String number, NewCase command, Standing standing, Instant opened) {
    return of(number, command, standing, opened, null);
  }

  /** For a case that belongs to another one. */
  static @Nullable Object[] of(
      String number,
      NewCase command,
      Standing standing,
      Instant opened,
      Case.@Nullable Parent parent) {
    Case.About about = command.about();
    Case.Where where = command.where();
    return new @Nullable Object[] {
      number,
      command.application(),
      command.lifecycle(),
      standing.lifecycleVersion(),
      standing.step(),
      standing.waiting(),
      timestamp(standing.stepSince()),
      timestamp(standing.stepDue()),
      command.limit().toString(),
      timestamp(standing.due()),
      timestamp(standing.nextTimer()),
      about.category(),
      about.group(),
      about.title().zh(),
      about.title().en(),
      about.description(),
      where.address(),
      where.lon(),
      where.lat(),
      where.area(),
      where.grid(),
      command.proposedUnit(),
      standing.unit(),
      command.origin().channel(),
      command.origin().reporter(),
      command.origin().reporterAccount(),
      timestamp(opened),
      timestamp(standing.closed()),
      command.invented(),
      command.externalKey(),
      parent == null ? null : parent.number(),
      parent == null ? null : parent.opinion(),
      parent == null ? null : parent.version()
    };
  }

  /** What a new case is found by later (检索词). */
  static String[] words(NewCase command) {
    Case.About about = command.about();
    return SearchWords.of(
        about.title().zh(), about.title().en(), command.where().address(), about.description());
  }
}
