package org.yiwang.credential;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.credential.AuthorizationRequest.Query;
import org.yiwang.pack.Text;

/**
 * Decides whether another region's request may be shown to a holder (核验调取请求). Only regions that the
 * pack lists are asked for their keys, at the address that it lists: nobody makes us open an
 * address by writing it into a link.
 */
@Component
class ReadAsked {
  private static final Duration SKEW = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofHours(1);
  private static final int MOST_LETTERS = 5000;

  private final Issuers issuers;
  private final OwnAddress address;
  private final CredentialTypes types;
  private final DistrictTime time;

  ReadAsked(Issuers issuers, OwnAddress address, CredentialTypes types, DistrictTime time) {
    this.issuers = issuers;
    this.address = address;
    this.types = types;
    this.time = time;
  }

  /**
   * A request that stands up to checking, and who asks.
   *
   * @param wanted all of it is given or none
   */
  record Asking(
      KnownIssuer asker, AuthorizationRequest request, List<Wanted> wanted, String compact) {}

  /** One credential that is asked for. */
  record Wanted(Query query, CredentialType type) {
    /** What of it. */
    List<Text> claims() {
      return query.claims().stream()
          .flatMap(id -> type.findClaim(id).stream())
          .map(CredentialType.Claim::name)
          .toList();
    }
  }

  /**
   * Its signer is asked for keys, so there is no transaction.
   *
   * @throws org.yiwang.page.RefusedException if it is not to be answered; nothing is told to
   *     anybody
   */
  Asking read(String client, String compact) {
    KnownIssuer asker =
        issuers.elsewhere().stream()
            .filter(known -> known.url().equals(client))
            .findFirst()
            .orElseThrow(AskedRefusals::unknownAsker);
    Jws jws = signed(asker, compact);
    AuthorizationRequest request = request(jws);
    requireBound(asker, jws, request);
    List<Wanted> wanted = request.queries().stream().map(one -> wanted(client, one)).toList();
    return new Asking(asker, request, wanted, compact);
  }

  private AuthorizationRequest request(Jws jws) {
    try {
      return AuthorizationRequest.read(jws, address.now());
    } catch (UnreadableException e) {
      throw AskedRefusals.unreadable();
    }
  }

  private Wanted wanted(String client, Query query) {
    CredentialType type = types.findType(query.type()).orElseThrow(AskedRefusals::tooMuch);
    boolean agreed = issuers.mayAsk(client, type.id(), query.claims());
    if (!agreed || query.claims().stream().anyMatch(id -> type.findClaim(id).isEmpty())) {
      throw AskedRefusals.tooMuch();
    }
    return new Wanted(query, type);
  }

  private static Jws signed(KnownIssuer asker, String compact) {
    try {
      if (compact.length() > MOST_LETTERS) {
        throw AskedRefusals.altered();
      }
      Jws jws = Jws.parse(compact);
      Optional<Map<String, Object>> key =
          jws.header().get("kid") instanceof String id
              ? asker.published().findKey(id)
              : Optional.empty();
      if (!AuthorizationRequest.TYPE.equals(jws.header().get("typ"))
          || key.filter(jws::isSignedBy).isEmpty()) {
        throw AskedRefusals.altered();
      }
      return jws;
    } catch (UnreadableException e) {
      throw AskedRefusals.altered();
    } catch (UnavailableException e) {
      throw AskedRefusals.silent();
    }
  }

  /** By whom, for whom, when, and where the answer goes: to the asking region and nowhere else. */
  private void requireBound(KnownIssuer asker, Jws jws, AuthorizationRequest request) {
    Instant now = time.instant();
    if (!asker.url().equals(request.asker()) || !address.now().equals(jws.word("aud"))) {
      throw AskedRefusals.otherAddressee();
    }
    if (!request.answerTo().equals(jws.word("response_uri"))
        || jws.payload().containsKey("redirect_uri")) {
      throw AskedRefusals.strangeReturn();
    }
    if (!request.expires().isAfter(now)
        || request.made().isAfter(now.plus(SKEW))
        || request.expires().isAfter(request.made().plus(LONGEST))) {
      throw AskedRefusals.over();
    }
  }
}
