package org.yiwang.journal;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of the journal (办理记录). Never changed, never removed.
 *
 * @param id grows with time; within one subject it is the order of what happened
 */
public record Entry(
    long id, Instant at, Actor actor, String kind, String subject, Map<String, Object> facts) {

  /** A fact as text, or null where the entry has none of that name. */
  public @Nullable String fact(String name) {
    Object value = facts.get(name);
    return value == null ? null : value.toString();
  }
}
