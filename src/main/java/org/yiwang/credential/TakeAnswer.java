package org.yiwang.credential;

import java.time.Instant;
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
   * @throws org.yiwang.page.RefusedException INVALID if it was taken before, or its time is over
   */
  public TakenElsewhere take(UUID id, CheckedElsewhere checked) {
    Instant now = time.instant();
    if (!store.take(id, now)) {
      throw store.isOver(id, now) ? AskedRefusals.tooLate() : AskedRefusals.takenBefore();
    }
    return elsewhere.take(checked);
  }
}
