package org.yiwang.credential;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.page.RefusedException;

/**
 * Where the wallet of another region delivers its holder's answer (OpenID4VP {@code direct_post}).
 * It is only kept here; it is looked at when the person who asked comes back with the code.
 */
@RestController
class AnswersApi {
  private static final int CODE = 24;

  private final AskedStore store;
  private final OwnAddress address;
  private final DistrictTime time;

  AnswersApi(AskedStore store, OwnAddress address, DistrictTime time) {
    this.store = store;
    this.address = address;
    this.time = time;
  }

  @PostMapping(
      path = AuthorizationRequest.ANSWERS,
      consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Map<String, Object>> answer(
      @RequestParam(defaultValue = "") String state,
      @RequestParam(name = "vp_token", required = false) @Nullable String answer,
      @RequestParam(required = false) @Nullable String error) {
    AskedStore.Row row = store.findByState(state).orElseThrow(AskedRefusals::missing);
    if (row.answered()) {
      throw AskedRefusals.answeredBefore();
    }
    row.requireOpen(time.instant());
    String token = error != null ? null : token(row, answer);
    String code = Letters.encode(Letters.random(CODE));
    if (!store.answer(row.id(), token, code, time.instant())) {
      throw AskedRefusals.tooLate();
    }
    String next = address.now() + row.returnTo() + "?response_code=" + code;
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(Map.of("redirect_uri", next));
  }

  private static String token(AskedStore.Row row, @Nullable String answer) {
    try {
      return VpToken.read(answer, row.queries()).json();
    } catch (UnreadableException e) {
      throw new RefusedException(AskedRefusals.unreadableAnswer());
    }
  }
}
