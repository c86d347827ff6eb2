package org.yiwang.credential;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yiwang.calendar.DistrictTime;

/** Takes what a holder presented because we asked (收用调取答复), once. */
@Component
public class TakeAnswer {
  private final AskedStore store;
  private final TakeElsewhere elsewhere;
  private final DistrictTime time;

  TakeAnswer(AskedStore store, TakeElsewhere elsewhere, DistrictTime time) {
    this.store = store;
    this.elsewhere = elsewhere;
    this.time = time;
  }

  /**
   * Joins the caller's transaction; what was presented is not kept any longer.
   *
   * @throws org.yiwang.page.RefusedException INVALID if it was taken before
   */
  public TakenElsewhere take(UUID id, CheckedElsewhere checked) {
    if (!store.take(id, time.instant())) {
      throw AskedRefusals.takenBefore();
    }
    return elsewhere.take(checked);
  }
}
