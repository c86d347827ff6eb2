package org.yiwang.credential;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.calendar.TimeLimit;
import org.yiwang.credential.CredentialType.Claim;
import org.yiwang.identity.Units;
import org.yiwang.journal.Journal;
import org.yiwang.journal.NewEntry;
import org.yiwang.pack.District;
import org.yiwang.pack.Text;

/** Issues a credential (签发): signs it, keeps it sealed, and writes down that it was issued. */
@Component
class IssueCredential {
  static final String TYPE = "dc+sd-jwt";

  private final CredentialStore store;
  private final StatusLists lists;
  private final Keys keys;
  private final Journal journal;
  private final DistrictTime time;
  private final Words words;

  IssueCredential(
      CredentialStore store,
      StatusLists lists,
      Keys keys,
      Journal journal,
      DistrictTime time,
      Words words) {
    this.store = store;
    this.lists = lists;
    this.keys = keys;
    this.journal = journal;
    this.time = time;
    this.words = words;
  }

  /** The issuer's and the holders' keys. */
  @Component
  record Keys(IssuerKeys issuer, HolderKeys holders) {}

  /** How things are called here. */
  @Component
  record Words(District district, Units units) {
    Text unit(String id) {
      return units.findUnit(id).map(org.yiwang.identity.Unit::name).orElse(Text.same(id));
    }
  }

  /** One credential under way. */
  private record Draft(
      NewCredential wanted,
      CredentialType type,
      StatusLists.Place place,
      String number,
      Instant issued,
      @Nullable Instant expires) {}

  /** Opens key and list, each in a transaction alone, before the caller lets anybody wait. */
  void makeReady(CredentialType type) {
    keys.issuer().current(signature(type));
    lists.makeReady();
  }

  private static CredentialType.Signature signature(CredentialType type) {
    return Objects.requireNonNullElse(type.signature(), CredentialType.Signature.ES256);
  }

  @Transactional(propagation = Propagation.MANDATORY)
  Credential issue(NewCredential wanted, CredentialType type) {
    ClaimsCheck.check(wanted.claims(), type);
    Instant now = time.instant();
    StatusLists.Place place = lists.next(wanted.holder());
    Instant expires = wanted.expires() == null ? end(type.valid(), now) : wanted.expires();
    Draft draft = new Draft(wanted, type, place, number(place, now), now, expires);
    CredentialStore.Row row = row(draft, token(draft));
    store.insert(row);
    store.insertIdentifiers(row.id(), identifiers(wanted, type));
    journal.append(entry(row, wanted));
    return Wallet.shown(row, type);
  }

  private static List<String> identifiers(NewCredential wanted, CredentialType type) {
    return type.claims().stream()
        .filter(claim -> claim.sort() == CredentialType.Kind.IDENTIFIER)
        .map(claim -> wanted.claims().get(claim.id()))
        .filter(Objects::nonNull)
        .toList();
  }

  private static CredentialStore.Row row(Draft draft, String token) {
    return new CredentialStore.Row(
        UUID.randomUUID(),
        draft.number(),
        draft.type().id(),
        draft.type().name(),
        draft.wanted().holder(),
        draft.type().issuer(),
        draft.wanted().caseNumber(),
        draft.issued(),
        draft.expires(),
        null,
        null,
        draft.place().list(),
        draft.place().index(),
        token);
  }

  private static NewEntry entry(CredentialStore.Row row, NewCredential wanted) {
    return new NewEntry(
        wanted.by(),
        "credential.issued",
        Wallet.subject(row.id()),
        Map.of("type", row.type(), "number", row.number(), "case", row.caseNumber()));
  }

  /** Prefix of the district, the day, and how many were issued before: YP-ZZ-20261122-000318. */
  private String number(StatusLists.Place place, Instant now) {
    LocalDate day = LocalDate.ofInstant(now, time.zone());
    String prefix = words.district().definition().numberPrefix();
    return String.format(
        Locale.ROOT, "%s-ZZ-%s-%06d", prefix, day.toString().replace("-", ""), place.drawn() + 1);
  }

  /** The end of the last day. */
  private @Nullable Instant end(@Nullable TimeLimit valid, Instant now) {
    if (valid == null) {
      return null;
    }
    ZoneId zone = time.zone();
    LocalDate last = LocalDate.ofInstant(now, zone).plusDays(valid.amount());
    return last.plusDays(1).atStartOfDay(zone).toInstant();
  }

  private String token(Draft draft) {
    // The issuer's key first: making it needs a connection more, and the holder's may let others
    // wait.
    SigningKey issuer = keys.issuer().current(signature(draft.type()));
    Map<String, Object> payload = envelope(draft);
    List<Disclosure> disclosures = new ArrayList<>();
    for (Claim claim : draft.type().claims()) {
      String value = draft.wanted().claims().get(claim.id());
      if (value != null && claim.selective()) {
        disclosures.add(Disclosure.of(claim.id(), value));
      } else if (value != null) {
        payload.put(claim.id(), value);
      }
    }
    if (!disclosures.isEmpty()) {
      // In the order of the alphabet, so that the order tells nothing about the claims.
      payload.put("_sd", disclosures.stream().map(Disclosure::digest).sorted().toList());
      payload.put("_sd_alg", "sha-256");
    }
    String signed = Jws.sign(issuer, TYPE, payload, true);
    return new SdJwt(signed, Collections.unmodifiableList(disclosures), null).compact();
  }

  private Map<String, Object> envelope(Draft draft) {
    Map<String, Object> payload = new LinkedHashMap<>();
    payload.put("iss", draft.place().issuer());
    payload.put("vct", draft.place().issuer() + "/credential/types/" + draft.type().id());
    payload.put("iat", draft.issued().getEpochSecond());
    if (draft.expires() != null) {
      payload.put("exp", draft.expires().getEpochSecond());
    }
    payload.put("cnf", Map.of("jwk", holderKey(draft)));
    payload.put("status", draft.place().asClaim());
    payload.put(ClaimNames.NUMBER, draft.number());
    payload.put(ClaimNames.NAME, both(draft.type().name()));
    payload.put(ClaimNames.UNIT, both(words.unit(draft.type().issuer())));
    return payload;
  }

  private static Map<String, String> both(Text text) {
    Map<String, String> both = new LinkedHashMap<>();
    both.put("zh", text.zh());
    both.put("en", text.en());
    return both;
  }

  private Map<String, Object> holderKey(Draft draft) {
    String known = draft.place().holderKey();
    return known == null
        ? keys.holders().of(draft.wanted().holder()).publicKey()
        : Letters.map(known.getBytes(StandardCharsets.UTF_8));
  }
}
