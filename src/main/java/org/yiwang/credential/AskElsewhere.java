package org.yiwang.credential;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.credential.TrustFile.CountsAs;
import org.yiwang.journal.Actor;
import org.yiwang.journal.Journal;
import org.yiwang.journal.NewEntry;

/**
 * Asks the wallet of another region for a credential (跨区调取): makes the signed authorization request
 * that its holder carries there, in the shape of OpenID for Verifiable Presentations.
 */
@Component
public class AskElsewhere {
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
   * @param returnTo the page here that its holder comes back to; the id is added to it
   * @throws org.yiwang.page.RefusedException INVALID if nothing was agreed with that region
   */
  @Transactional
  public UUID ask(String region, NeededElsewhere needed, String returnTo, Actor by) {
    CountsAs as = issuers.asked(region, needed.type()).orElseThrow(AskedRefusals::notAgreed);
    UUID id = UUID.randomUUID();
    String state = Letters.encode(Letters.random(SECRET));
    Instant now = time.instant();
    Instant until = now.plus(ANSWERABLE);
    AuthorizationRequest made =
        new AuthorizationRequest(
            address.now(),
            id,
            state,
            as.type(),
            needed.claims().stream().map(as::theirs).toList(),
            needed.purpose(),
            AuthorizationRequest.USE_WITHIN,
            now,
            until);
    store.insert(
        new AskedStore.Row(
            id, region, returnTo + id, signed(made, region), until, false, false, null, false),
        state,
        now);
    journal.append(entry(by, region, made));
    return id;
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
    facts.put("type", made.type());
    facts.put("claims", made.claims());
    facts.put("purpose", made.purpose().zh());
    return new NewEntry(by, "credential.asked", "issuer:" + region, facts);
  }
}
