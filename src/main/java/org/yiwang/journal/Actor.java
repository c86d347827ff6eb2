package org.yiwang.journal;

import org.jspecify.annotations.Nullable;
import org.yiwang.pack.Text;

/**
 * Who did something (行为人), as it is kept for ever.
 *
 * @param account the account's id, if it was done signed in
 * @param name how the actor is named to others at that moment
 */
public record Actor(Kind kind, @Nullable String account, Text name) {
  /** What sort of actor. */
  public enum Kind {
    /** Somebody with a role in the district's work. */
    PERSON,
    /** Somebody who reports or applies, signed in or not. */
    RESIDENT,
    /** The program itself: timers, imports. */
    SYSTEM,
    /** A sensor or another machine. */
    DEVICE
  }

  /** The part of whoever reports or applies, where the history does not say who it is. */
  public static final Text REPORTER = Text.of("反映人", "Reporter");

  public static final Actor SYSTEM = new Actor(Kind.SYSTEM, null, Text.of("系统", "System"));

  /** Whether the name is anybody's own (本人姓名): neither a part, as "Reporter", nor a machine's. */
  public boolean named() {
    return kind != Kind.SYSTEM && kind != Kind.DEVICE && !name.equals(REPORTER);
  }
}
