package org.yiwang.party;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/**
 * A mandate to be given or asked for (拟授权).
 *
 * @param principal for whom is acted
 * @param agent who acts; a person with an account
 * @param matters ids of the matters it covers; empty for all
 * @param until its last day, at most three years from today
 */
public record NewMandate(UUID principal, UUID agent, Set<String> matters, LocalDate until) {
  public NewMandate {
    matters = Set.copyOf(matters);
  }
}
