package org.yiwang.submission;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yiwang.credential.HearsReissue;

/**
 * What came out of a matter was issued again with corrected words (更正换发): from now on that is what
 * came out of it, for promises that break, papers that do not come, and applications made later.
 */
@Component
class CarryReissued implements HearsReissue {
  private final SubmissionStore store;

  CarryReissued(SubmissionStore store) {
    this.store = store;
  }

  @Override
  public void reissued(UUID former, UUID made) {
    store.reissued(former, made);
  }
}
