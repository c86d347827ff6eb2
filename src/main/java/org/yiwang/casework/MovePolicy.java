package org.yiwang.casework;

import java.util.Optional;
import org.yiwang.page.Refusal;

/**
 * One condition on who may do what with a case. The screen offers only what every policy allows,
 * and the server asks the same policies again.
 */
@FunctionalInterface
interface MovePolicy {
  /** Why not, or empty when this policy has nothing against it. */
  Optional<Refusal> refuses(Attempt attempt);
}
