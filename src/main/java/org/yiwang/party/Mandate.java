package org.yiwang.party;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiwang.identity.OnBehalf;

/**
 * One party lets another act for it (代办授权). Both see it and either ends it at once.
 *
 * @param id null for the mandate that a legal representative has by law, which nobody gives
 * @param principal for whom is acted
 * @param agent who acts
 * @param matters ids of the matters it covers; empty for all
 * @param until its last day; null for no end
 * @param basis who confirmed it; null while nobody has
 * @param state how it stands today
 * @param since when it was asked or given
 */
public record Mandate(
    @Nullable UUID id,
    PartyName principal,
    PartyName agent,
    Set<String> matters,
    @Nullable LocalDate until,
    @Nullable Basis basis,
    State state,
    Instant since) {

  /** Who confirmed it (确认方式). */
  public enum Basis {
    /** The person for whom is acted, signed in. */
    PRINCIPAL,
    /** The firm's legal representative, signed in. */
    REPRESENTATIVE,
    /** An officer at a window, who saw both. */
    WINDOW,
    /** By law: the legal representative acts for the firm. */
    RELATION
  }

  /** How it stands (授权状态). */
  public enum State {
    /** The agent asked; the principal has not answered. */
    ASKED,
    /** The agent may act. */
    GIVEN,
    /** The principal said no. */
    DECLINED,
    /** One of the two ended it. */
    REVOKED,
    /** Its last day is over. */
    EXPIRED
  }

  /** Who acts by it and since when, for the line that the principal reads of a look. */
  public OnBehalf onBehalf() {
    return new OnBehalf(agent.name(), basis == Basis.RELATION, since);
  }

  /** Whether the agent may act in that matter today. */
  public boolean covers(String matter) {
    return state == State.GIVEN && (matters.isEmpty() || matters.contains(matter));
  }

  /** Whether it can still be ended by one of the two. */
  public boolean open() {
    return id != null && (state == State.ASKED || state == State.GIVEN);
  }
}
