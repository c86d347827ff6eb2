package org.yiwang.credential;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yiwang.credential.Verdict.Binding;
import org.yiwang.credential.Verdict.Shown;
import org.yiwang.pack.Text;

/**
 * Checks a credential by what its issuer has published (查验; RFC 9901 section 7, SD-JWT VC, Token
 * Status List). Needs no database: whoever has the keys can check without a network.
 */
final class CheckToken {
  private static final Set<String> TYPES = Set.of(IssueCredential.TYPE, "vc+sd-jwt");
  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(2);

  private final KnownIssuer.Directory issuers;

  CheckToken(KnownIssuer.Directory issuers) {
    this.issuers = issuers;
  }

  /**
   * What the one who checks expects.
   *
   * @param recipient for whom a presentation must be; null if anybody's is fine
   * @param bound whether the holder's signature is needed
   */
  record Expected(@Nullable String recipient, boolean bound, Instant now) {}

  /** Ends the checking. */
  private static final class FoundException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final Finding finding;

    FoundException(Finding finding) {
      super(finding.code());
      this.finding = finding;
    }
  }

  Verdict check(String token, Expected expected) {
    if (token.length() > SdJwt.MOST_CHARACTERS) {
      return Verdict.of(Finding.TOO_LARGE);
    }
    try {
      return checked(SdJwt.parse(token), expected);
    } catch (FoundException found) {
      return Verdict.of(found.finding);
    } catch (UnreadableException e) {
      return Verdict.of(Finding.UNREADABLE);
    } catch (NotMatchingException e) {
      return Verdict.of(Finding.NOT_MATCHING);
    } catch (UnavailableException e) {
      return Verdict.of(Finding.NOT_CHECKED);
    }
  }

  private Verdict checked(SdJwt token, Expected expected) {
    Jws jws = Jws.parse(token.issuerJwt());
    KnownIssuer issuer = issuer(jws);
    signature(jws, issuer);
    Map<String, Object> said = Unfolding.of(jws.payload(), token.disclosures());
    Binding binding = binding(token, jws, expected);
    Shown shown = shown(jws, issuer, said, binding);
    return new Verdict(standing(jws, issuer, expected.now()), shown);
  }

  /** The type of the token is asked first: no other signed text of an issuer can pass for one. */
  private KnownIssuer issuer(Jws jws) {
    if (!(jws.header().get("typ") instanceof String type) || !TYPES.contains(type)) {
      throw new FoundException(Finding.UNREADABLE);
    }
    String url = jws.word("iss");
    String kind = jws.word("vct");
    if (url == null || kind == null) {
      throw new FoundException(Finding.UNREADABLE);
    }
    return issuers
        .find(url)
        .filter(known -> known.types().isEmpty() || known.types().contains(last(kind)))
        .orElseThrow(() -> new FoundException(Finding.UNKNOWN_ISSUER));
  }

  private static void signature(Jws jws, KnownIssuer issuer) {
    if (Algorithms.find(jws.header().get("alg")).isEmpty()) {
      throw new FoundException(Finding.TAMPERED);
    }
    if (!(jws.header().get("kid") instanceof String id)) {
      throw new FoundException(Finding.UNKNOWN_KEY);
    }
    Map<String, Object> key =
        issuer.published().findKey(id).orElseThrow(() -> new FoundException(Finding.UNKNOWN_KEY));
    if (!jws.isSignedBy(key)) {
      throw new FoundException(Finding.TAMPERED);
    }
  }

  private static @Nullable Binding binding(SdJwt token, Jws jws, Expected expected) {
    if (token.keyBinding() == null) {
      if (expected.bound()) {
        throw new FoundException(Finding.HOLDER_NOT_PROVEN);
      }
      return null;
    }
    Jws proof = Jws.parse(token.keyBinding());
    if (!"kb+jwt".equals(proof.header().get("typ")) || !proof.isSignedBy(holderKey(jws))) {
      throw new FoundException(Finding.HOLDER_NOT_PROVEN);
    }
    if (!Letters.hash(token.unbound()).equals(proof.word("sd_hash"))) {
      throw new FoundException(Finding.NOT_MATCHING);
    }
    String recipient = proof.word("aud");
    String nonce = proof.word("nonce");
    if (recipient == null || nonce == null) {
      throw new FoundException(Finding.UNREADABLE);
    }
    Binding binding = new Binding(recipient, proof.word("purpose"), nonce, at(proof, "exp"));
    timely(proof, binding, expected);
    return binding;
  }

  private static void timely(Jws proof, Binding binding, Expected expected) {
    Instant made = at(proof, "iat");
    if (made == null || made.isAfter(expected.now().plus(CLOCKS_DIFFER))) {
      throw new FoundException(Finding.NOT_YET);
    }
    if (binding.expires() != null && !binding.expires().isAfter(expected.now())) {
      throw new FoundException(Finding.OVER);
    }
    if (expected.recipient() != null && !expected.recipient().equals(binding.recipient())) {
      throw new FoundException(Finding.WRONG_RECIPIENT);
    }
  }

  private static Map<String, Object> holderKey(Jws jws) {
    if (jws.payload().get("cnf") instanceof Map<?, ?> proof
        && proof.get("jwk") instanceof Map<?, ?> key) {
      @SuppressWarnings("unchecked") // the names of a JSON object are strings
      Map<String, Object> named = (Map<String, Object>) key;
      return named;
    }
    throw new FoundException(Finding.HOLDER_NOT_PROVEN);
  }

  /** Whether it still counts. Being taken back is told before being over. */
  private static Finding standing(Jws jws, KnownIssuer issuer, Instant now) {
    Finding status = status(jws, issuer, now);
    Instant expires = at(jws, "exp");
    Instant begins = at(jws, "nbf");
    if (status == Finding.REVOKED) {
      return status;
    }
    if (expires != null && !expires.isAfter(now)) {
      return Finding.EXPIRED;
    }
    boolean early = begins != null && begins.isAfter(now.plus(CLOCKS_DIFFER));
    return early ? Finding.NOT_YET : status;
  }

  private static Finding status(Jws jws, KnownIssuer issuer, Instant now) {
    if (!jws.payload().containsKey("status")) {
      return Finding.GENUINE;
    }
    if (jws.payload().get("status") instanceof Map<?, ?> status
        && status.get("status_list") instanceof Map<?, ?> list
        && list.get("uri") instanceof String uri
        && list.get("idx") instanceof Number index) {
      return CheckRevocation.of(issuer, uri, index.longValue(), now);
    }
    throw new FoundException(Finding.UNREADABLE);
  }

  private static Shown shown(
      Jws jws, KnownIssuer issuer, Map<String, Object> said, @Nullable Binding binding) {
    String type = last(String.valueOf(jws.word("vct")));
    Text name = both(said.get(ClaimNames.NAME));
    return new Shown(
        issuer.url(),
        issuer.name(),
        type,
        name == null ? Text.same(type) : name,
        said.get(ClaimNames.NUMBER) instanceof String number ? number : null,
        both(said.get(ClaimNames.UNIT)),
        at(jws, "iat"),
        at(jws, "exp"),
        ClaimNames.own(said),
        binding);
  }

  private static @Nullable Text both(@Nullable Object words) {
    return words instanceof Map<?, ?> map
            && map.get("zh") instanceof String zh
            && map.get("en") instanceof String en
        ? Text.of(zh, en)
        : null;
  }

  private static @Nullable Instant at(Jws jws, String name) {
    Long seconds = jws.seconds(name);
    return seconds == null ? null : Instant.ofEpochSecond(seconds);
  }

  private static String last(String address) {
    return address.substring(address.lastIndexOf('/') + 1);
  }
}
