package org.yiwang.credential;

import java.util.UUID;

/**
 * Whoever keeps which credential came out of something hears that it was issued again with
 * corrected words (更正换发), so that they go on with the one that counts.
 */
public interface HearsReissue {
  /**
   * In the transaction of the correction, before anybody else can take either of them back.
   *
   * @param former counts no more
   * @param made took its place
   */
  void reissued(UUID former, UUID made);
}
