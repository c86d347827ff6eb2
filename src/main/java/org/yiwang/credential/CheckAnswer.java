package org.yiwang.credential;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yiwang.calendar.DistrictTime;

/**
 * Looks at what a holder presented because we asked (核验调取答复): by the issuer's published keys as
 * always, and that it answers just what was asked. Nothing is used up.
 */
@Component
public class CheckAnswer {
  private final AskedStore store;
  private final TakeElsewhere elsewhere;
  private final DistrictTime time;

  CheckAnswer(AskedStore store, TakeElsewhere elsewhere, DistrictTime time) {
    this.store = store;
    this.elsewhere = elsewhere;
    this.time = time;
  }

  /**
   * The issuer is asked, so the caller has no transaction.
   *
   * @param returnTo the page that asked
   * @param code what the holder came back with
   * @throws org.yiwang.page.RefusedException declined, over, taken before, another code, or what
   *     {@link Credentials#checkElsewhere} refuses
   */
  public CheckedElsewhere check(UUID id, String returnTo, String code, NeededElsewhere needed) {
    AskedStore.Row row = store.get(id, returnTo);
    CheckedElsewhere checked = elsewhere.check(answer(row, code), needed);
    if (!checked.shown().issuer().equals(row.region())
        || !checked.binding().nonce().equals(id.toString())) {
      throw AskedRefusals.otherNonce();
    }
    return checked;
  }

  private String answer(AskedStore.Row row, String code) {
    if (row.answered() && !store.hasCode(row.id(), code)) {
      throw AskedRefusals.otherCode();
    }
    if (row.declined()) {
      throw AskedRefusals.declined();
    }
    if (row.taken()) {
      throw AskedRefusals.takenBefore();
    }
    row.requireOpen(time.instant());
    if (row.answer() == null) {
      throw AskedRefusals.notAnswered();
    }
    return row.answer();
  }
}
