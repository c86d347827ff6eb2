package org.yiwang.credential;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.page.Refusal;
import org.yiwang.page.RefusedException;

/**
 * Looks at what a holder presented because we asked (核验调取答复): each by its issuer's published keys
 * as always, and that it answers just what was asked. Nothing is used up.
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
   * @param needed what was asked for, in that order, by names of the caller's own
   * @return what was found right, by the same names
   * @throws RefusedException declined, over, taken before, another code; or, with the name of each
   *     as its field, what {@link Credentials#checkElsewhere} refuses: one that is wrong is enough
   */
  public Map<String, CheckedElsewhere> check(
      UUID id, String returnTo, String code, SequencedMap<String, NeededElsewhere> needed) {
    AskedStore.Row row = store.get(id, returnTo);
    Iterator<String> tokens = tokens(row, code).presentations().values().iterator();
    Map<String, CheckedElsewhere> checked = new LinkedHashMap<>();
    List<Refusal> refusals = new ArrayList<>();
    needed.forEach(
        (name, one) -> {
          try {
            checked.put(name, checked(row, tokens.next(), one));
          } catch (RefusedException refused) {
            refused.refusals().forEach(why -> refusals.add(at(name, why)));
          }
        });
    if (!refusals.isEmpty()) {
      throw new RefusedException(refusals);
    }
    return checked;
  }

  private CheckedElsewhere checked(AskedStore.Row row, String token, NeededElsewhere needed) {
    CheckedElsewhere checked = elsewhere.check(token, needed, row.id().toString());
    if (!checked.shown().issuer().equals(row.region())) {
      throw AskedRefusals.otherNonce();
    }
    return checked;
  }

  private static Refusal at(String name, Refusal why) {
    return new Refusal(why.kind(), why.code(), name, why.says(), why.next());
  }

  private VpToken tokens(AskedStore.Row row, String code) {
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
    try {
      return VpToken.read(row.answer(), row.queries());
    } catch (UnreadableException e) {
      throw AskedRefusals.otherNonce();
    }
  }
}
