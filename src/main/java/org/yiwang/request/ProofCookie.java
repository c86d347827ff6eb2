package org.yiwang.request;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;
import org.yiwang.calendar.DistrictTime;

/**
 * Remembers for two hours, in the browser and signed, which requests somebody has proved to be
 * theirs, so that a rating needs no session and no second proof.
 */
@Component
class ProofCookie {
  private static final String NAME = "yiwang-proof";
  private static final Duration LASTS = Duration.ofHours(2);
  private static final int MOST = 5;

  private final Proofs proofs;
  private final DistrictTime time;

  ProofCookie(Proofs proofs, DistrictTime time) {
    this.proofs = proofs;
    this.time = time;
  }

  Optional<Proof> find(HttpServletRequest request, String number) {
    return Optional.ofNullable(read(request).get(number));
  }

  void remember(Proof proof, HttpServletRequest request, HttpServletResponse response) {
    Map<String, Proof> all = read(request);
    all.remove(proof.number());
    all.put(proof.number(), proof);
    List<Proof> kept = all.values().stream().skip(Math.max(0, all.size() - MOST)).toList();
    StringBuilder words = new StringBuilder();
    words.append(time.instant().plus(LASTS).getEpochSecond());
    for (Proof one : kept) {
      words.append('.').append(one.reporter() ? 'R' : 'F').append(one.number());
    }
    response.addHeader(
        HttpHeaders.SET_COOKIE,
        ResponseCookie.from(NAME, words + "." + proofs.sign(words.toString()))
            .path("/")
            .maxAge(LASTS)
            .httpOnly(true)
            .secure(request.isSecure())
            .sameSite("Lax")
            .build()
            .toString());
  }

  /** Nothing, where the cookie is absent, old or not ours. */
  private Map<String, Proof> read(HttpServletRequest request) {
    Map<String, Proof> found = new LinkedHashMap<>();
    Cookie cookie = WebUtils.getCookie(request, NAME);
    int end = cookie == null ? -1 : cookie.getValue().lastIndexOf('.');
    if (cookie == null || end < 0) {
      return found;
    }
    String words = cookie.getValue().substring(0, end);
    if (!proofs.isSigned(words, cookie.getValue().substring(end + 1))) {
      return found;
    }
    String[] parts = words.split("\\.");
    if (Long.parseLong(parts[0]) > time.instant().getEpochSecond()) {
      for (int i = 1; i < parts.length; i++) {
        String number = parts[i].substring(1);
        found.put(number, new Proof(number, parts[i].startsWith("R")));
      }
    }
    return found;
  }
}
