package org.yiwang.credential;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.calendar.DistrictTime;

/**
 * Signs what a holder says with the key of their wallet (持有人签名), the one that their credentials
 * name: whoever has a credential of theirs can tell that the same person signed.
 */
@Component
class SignStatement {
  private final HolderKeys keys;
  private final DistrictTime time;

  SignStatement(HolderKeys keys, DistrictTime time) {
    this.keys = keys;
    this.time = time;
  }

  @Transactional
  String sign(UUID holder, String type, Map<String, Object> said) {
    Map<String, Object> payload = new LinkedHashMap<>();
    payload.put("iat", time.instant().getEpochSecond());
    payload.putAll(said);
    return Jws.signShowingKey(keys.of(holder), type, payload);
  }
}
