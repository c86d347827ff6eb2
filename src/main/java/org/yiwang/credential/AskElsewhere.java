package org.yiwang.credential;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.credential.AuthorizationRequest.Query;
import org.yiwang.credential.TrustFile.CountsAs;
import org.yiwang.journal.Actor;
import org.yiwang.journal.Journal;
import org.yiwang.journal.NewEntry;

/**
 * Asks the wallet of another region for credentials (跨区调取): makes the signed authorization request
 * that its holder carries there, in the shape of OpenID for Verifiable Presentations.
 */
@Component
public class AskElsewhere {
  /** So many credentials can be asked for at once. */
  public static final int MOST = AuthorizationRequest.MOST_QUERIES;

  static final Duration ANSWERABLE = Duration.ofMinutes(15);
  private static final int SECRET = 24;

  private final Issuers issuers;
  private final OwnAddress address;
  private final IssuerKeys keys;
  private final AskedStore store;
  private final Journal journal;
  private final DistrictTime time;

  AskElsewhere(
      Issuers issuers,
      OwnAddress address,
      IssuerKeys keys,
      AskedStore store,
      Journal journal,
      DistrictTime time) {
    this.issuers = issuers;
    this.address = address;
    this.keys = keys;
    this.store = store;
    this.journal = journal;
    this.time = time;
  }

  /**
   * Makes it; joins the caller's transaction and writes {@code credential.asked}.
   *
   * @param region the region's address, as {@link Credentials#askableRegions} gives it
   * @param needed at least one, at most {@link #MOST}, for one purpose
   * @param returnTo the page here that its holder comes back to; the id is added to it
   * @throws org.yiwang.page.RefusedException INVALID if nothing was agreed with that region
   */
  @Transactional
  public UUID ask(String region, List<NeededElsewhere> needed, String returnTo, Actor by) {
    Instant now = time.instant();
    AuthorizationRequest made =
        new AuthorizationRequest(
            address.now(),
            UUID.randomUUID(),
            Letters.encode(Letters.random(SECRET)),
            queries(region, needed),
            needed.getFirst().purpose(),
            AuthorizationRequest.USE_WITHIN,
            now,
            now.plus(ANSWERABLE));
    UUID id = made.nonce();
    store.insert(
        new AskedStore.Row(
            id,
            region,
            returnTo + id,
            signed(made, region),
            made.expires(),
            false,
            false,
            null,
            false),
        made.state(),
        now);
    journal.append(entry(by, region, made));
    return id;
  }

  private List<Query> queries(String region, List<NeededElsewhere> needed) {
    List<Query> queries = new ArrayList<>();
    for (NeededElsewhere one : needed) {
      CountsAs as = issuers.asked(region, one.type()).orElseThrow(AskedRefusals::notAgreed);
      String id = AuthorizationRequest.queryId(queries.size());
      queries.add(new Query(id, as.type(), one.claims().stream().map(as::theirs).toList()));
    }
    return queries;
  }

  private String signed(AuthorizationRequest made, String region) {
    return Jws.sign(
        keys.current(CredentialType.Signature.ES256),
        AuthorizationRequest.TYPE,
        made.payload(region),
        true);
  }

  private static NewEntry entry(Actor by, String region, AuthorizationRequest made) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("nonce", made.nonce().toString());
    facts.put("issuer", region);
    facts.put(
        "credentials",
        made.queries().stream()
            .map(one -> Map.of("type", one.type(), "claims", one.claims()))
            .toList());
    facts.put("purpose", made.purpose().zh());
    return new NewEntry(by, "credential.asked", "issuer:" + region, facts);
  }
}
