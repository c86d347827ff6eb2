package org.yiwang.casework;

import org.jspecify.annotations.Nullable;
import org.yiwang.identity.Viewer;
import org.yiwang.journal.Actor;
import org.yiwang.pack.Text;

/**
 * Who moves a case (经办人、反映人或系统).
 *
 * @param viewer the signed-in person, or an anonymous visitor
 * @param provenReporter showed number and telephone digits, so counts as whoever reported
 * @param system the program's own clock
 * @param counter unit at whose counter an officer does it for whoever reported and stands there;
 *     empty for a counter of no unit, null anywhere else
 */
public record Mover(
    Viewer viewer, boolean provenReporter, boolean system, @Nullable String counter) {
  public static Mover of(Viewer viewer) {
    return new Mover(viewer, false, false, null);
  }

  public static Mover reporter(Viewer viewer) {
    return new Mover(viewer, true, false, null);
  }

  /**
   * An officer, in the name of whoever applied, stands at the counter and has agreed (窗口代办).
   *
   * @param unit whose counter it is; null for none
   */
  public static Mover atCounter(Viewer officer, @Nullable String unit) {
    return new Mover(officer, true, false, unit == null ? "" : unit);
  }

  /** The program itself, where a lifecycle lets {@code system} act. */
  public static Mover program() {
    return new Mover(Viewer.anonymous(), false, true, null);
  }

  boolean reports(Case of) {
    return provenReporter
        || (viewer.account() != null && viewer.account().equals(of.origin().reporterAccount()));
  }

  Actor actor(boolean asReporter) {
    if (system) {
      return Actor.SYSTEM;
    }
    if (asReporter && counter != null) {
      Text by = Text.of("窗口代办：" + viewer.name().zh(), "At the counter, by " + viewer.name().en());
      return new Actor(Actor.Kind.PERSON, viewer.account(), by);
    }
    return asReporter
        ? new Actor(Actor.Kind.RESIDENT, viewer.account(), Actor.REPORTER)
        : new Actor(Actor.Kind.PERSON, viewer.account(), viewer.name());
  }
}
