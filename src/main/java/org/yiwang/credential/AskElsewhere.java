package org.yiwang.credential;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
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
 * Asks the wallet of another region for a credential by a signed request that its holder carries
 * there (跨区调取), in the shape of OpenID for Verifiable Presentations: the answer comes from that
 * region's server, the holder comes back with a code.
 */
@Component
public class AskElsewhere {
  static final Duration ANSWERABLE = Duration.ofMinutes(15);
  private static final Duration KEPT = Duration.ofDays(1);
  private static final int SECRET = 24;

  private final Issuers issuers;
  private final OwnAddress address;
  private final IssuerKeys keys;
  private final AskedStore store;
  private final TakeElsewhere take;
  private final Journal journal;
  private final DistrictTime time;

  AskElsewhere(
      Issuers issuers,
      OwnAddress address,
      IssuerKeys keys,
      AskedStore store,
      TakeElsewhere take,
      Journal journal,
      DistrictTime time) {
    this.issuers = issuers;
    this.address = address;
    this.keys = keys;
    this.store = store;
    this.take = take;
    this.journal = journal;
    this.time = time;
  }

  /** Regions that may have something that counts as this type of ours. */
  public List<AskableRegion> regions(String type) {
    return issuers.askableFor(type);
  }

  /**
   * Makes a request; joins the caller's transaction and writes {@code credential.asked}.
   *
   * @param region the region's address, as {@link #regions} gives it
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
    AskedRequest request =
        new AskedRequest(
            address.now(),
            id,
            state,
            as.type(),
            needed.claims().stream().map(as::theirs).toList(),
            needed.purpose(),
            AskedRequest.USE_WITHIN,
            now,
            until);
    String signed =
        Jws.sign(
            keys.current(CredentialType.Signature.ES256),
            AskedRequest.TYPE,
            request.payload(region),
            true);
    store.removeOver(now.minus(KEPT));
    store.insert(
        new AskedStore.Row(id, region, returnTo + id, signed, until, false, false, null, false),
        state,
        now);
    journal.append(entry(by, region, request));
    return id;
  }

  private static NewEntry entry(Actor by, String region, AskedRequest request) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("request", request.nonce().toString());
    facts.put("issuer", region);
    facts.put("type", request.type());
    facts.put("claims", request.claims());
    facts.put("purpose", request.purpose().zh());
    return new NewEntry(by, "credential.asked", "issuer:" + region, facts);
  }

  /**
   * A request as its holder is led there.
   *
   * @param returnTo the page that asks; of another page's request nothing is told
   * @throws org.yiwang.page.RefusedException MISSING if that page made no such request; INVALID if
   *     its time is over
   */
  public AskedElsewhere get(UUID id, String returnTo) {
    AskedStore.Row row = row(id, returnTo);
    requireOpen(row);
    AskableRegion region =
        issuers
            .find(row.region())
            .map(known -> new AskableRegion(known.url(), known.name()))
            .orElseThrow(AskedRefusals::notAgreed);
    String link =
        row.region()
            + "/wallet/asked?client_id="
            + URLEncoder.encode(address.now(), StandardCharsets.UTF_8)
            + "&request="
            + row.request();
    return new AskedElsewhere(id, region, link, row.expires());
  }

  /**
   * Looks at what its holder presented: by the issuer's published keys as always, and that it
   * answers just this request. The issuer is asked, so the caller has no transaction.
   *
   * @param code what the holder came back with
   * @throws org.yiwang.page.RefusedException nothing being used up: declined, over, taken before,
   *     another code, or what {@link Credentials#checkElsewhere} refuses
   */
  public CheckedElsewhere check(UUID id, String returnTo, String code, NeededElsewhere needed) {
    AskedStore.Row row = row(id, returnTo);
    if (row.answered() && !store.hasCode(id, code)) {
      throw AskedRefusals.otherCode();
    }
    if (row.declined()) {
      throw AskedRefusals.declined();
    }
    if (row.taken()) {
      throw AskedRefusals.takenBefore();
    }
    requireOpen(row);
    if (row.answer() == null) {
      throw AskedRefusals.notAnswered();
    }
    CheckedElsewhere checked = take.check(row.answer(), needed);
    if (!checked.shown().issuer().equals(row.region())
        || !checked.binding().nonce().equals(id.toString())) {
      throw AskedRefusals.otherNonce();
    }
    return checked;
  }

  /**
   * Takes it, once; joins the caller's transaction.
   *
   * @throws org.yiwang.page.RefusedException INVALID if it was taken before
   */
  public TakenElsewhere take(UUID id, CheckedElsewhere checked) {
    if (!store.take(id, time.instant())) {
      throw AskedRefusals.takenBefore();
    }
    return take.take(checked);
  }

  private AskedStore.Row row(UUID id, String returnTo) {
    return store
        .find(id)
        .filter(row -> row.returnTo().equals(returnTo + id))
        .orElseThrow(AskedRefusals::missing);
  }

  private void requireOpen(AskedStore.Row row) {
    if (!row.expires().isAfter(time.instant())) {
      throw AskedRefusals.over();
    }
  }
}
