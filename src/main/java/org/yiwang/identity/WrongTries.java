package org.yiwang.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import org.yiwang.page.RefusedException;

/**
 * Counts only the wrong ones where a code is too long to be guessed (输错次数): whoever has the right
 * one gets through, though somebody in the same network typed wrong ones. They count against the
 * same limit as looking up does, so that changing between the two gives no further try.
 */
@Component
public class WrongTries {
  private final RateLimits limits;

  WrongTries(RateLimits limits) {
    this.limits = limits;
  }

  /**
   * Call it once number and code were found to be wrong.
   *
   * @throws RefusedException TOO_MANY, instead of saying that they were wrong, from where too many
   *     came
   */
  public void count(HttpServletRequest request, HttpServletResponse response) {
    limits.count(RateRule.LOOKUP, request, response);
  }
}
