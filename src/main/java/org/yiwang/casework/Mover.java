package org.yiwang.casework;

import org.yiwang.identity.Viewer;
import org.yiwang.journal.Actor;
import org.yiwang.pack.Text;

/**
 * Who moves a case (经办人、反映人或系统).
 *
 * @param viewer the signed-in person, or an anonymous visitor
 * @param provenReporter showed number and telephone digits, so counts as whoever reported
 * @param system the program's own clock
 */
public record Mover(Viewer viewer, boolean provenReporter, boolean system) {
  private static final Text REPORTER = Text.of("反映人", "Reporter");

  public static Mover of(Viewer viewer) {
    return new Mover(viewer, false, false);
  }

  public static Mover reporter(Viewer viewer) {
    return new Mover(viewer, true, false);
  }

  /** The program itself, where a lifecycle lets {@code system} act. */
  public static Mover program() {
    return new Mover(Viewer.anonymous(), false, true);
  }

  boolean reports(Case of) {
    return provenReporter
        || (viewer.account() != null && viewer.account().equals(of.origin().reporterAccount()));
  }

  Actor actor(boolean asReporter) {
    if (system) {
      return Actor.SYSTEM;
    }
    return asReporter
        ? new Actor(Actor.Kind.RESIDENT, viewer.account(), REPORTER)
        : new Actor(Actor.Kind.PERSON, viewer.account(), viewer.name());
  }
}
