package org.yiwang.credential;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
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
   * @param checked all that was asked for, by names of the caller's own
   * @throws org.yiwang.page.RefusedException INVALID if it was taken before, or its time is over
   */
  public Map<String, TakenElsewhere> take(UUID id, Map<String, CheckedElsewhere> checked) {
    Instant now = time.instant();
    if (!store.take(id, now)) {
      throw store.isOver(id, now) ? AskedRefusals.tooLate() : AskedRefusals.takenBefore();
    }
    elsewhere.count(checked.values());
    Map<String, TakenElsewhere> taken = new LinkedHashMap<>();
    checked.forEach((name, one) -> taken.put(name, one.says()));
    return taken;
  }
}
