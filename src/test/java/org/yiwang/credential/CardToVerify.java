package org.yiwang.credential;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.journal.Actor;
import org.yiwang.party.Parties;

/**
 * A library card that the running program has just issued, and what somebody may make of it.
 *
 * @param own the key that signed it
 * @param stranger an issuer that nobody knows
 */
record CardToVerify(
    Credentials credentials, Credential card, String token, SigningKey own, Forge stranger) {
  static CardToVerify issued(ApplicationContext program) {
    Credentials credentials = program.getBean(Credentials.class);
    NewCredential wanted =
        new NewCredential(
            "library-card",
            program.getBean(Parties.class).ofAccount("verify-api", "小梅"),
            Map.of("reader", "小梅", "born", "2001-05-06", "level", "1"),
            null,
            "LC-1",
            Actor.SYSTEM);
    Credential card =
        Objects.requireNonNull(
            new TransactionTemplate(program.getBean(PlatformTransactionManager.class))
                .execute(state -> credentials.issue(wanted)));
    return new CardToVerify(
        credentials,
        card,
        program.getBean(CredentialStore.class).find(card.id()).orElseThrow().token(),
        program.getBean(IssuerKeys.class).current(CredentialType.Signature.ES256),
        Forge.es256());
  }

  Presentation present() {
    return credentials.present(
        new PresentRequest(
            card.id(), Set.of("reader"), "会员折扣", "隔壁书店", Duration.ofDays(1), Actor.SYSTEM));
  }

  static String changed(String token, int at) {
    char other = token.charAt(at) == 'A' ? 'B' : 'A';
    return token.substring(0, at) + other + token.substring(at + 1);
  }

  /** Ours in everything but that its time is over. */
  String expired() {
    SdJwt whole = SdJwt.parse(token);
    Map<String, Object> payload = new LinkedHashMap<>(Jws.parse(whole.issuerJwt()).payload());
    payload.put("exp", Objects.requireNonNull(Jws.parse(whole.issuerJwt()).seconds("iat")) - 60);
    return signed(own, payload, whole);
  }

  /** Somebody made it count for longer than its issuer signed. */
  String longer() {
    SdJwt whole = SdJwt.parse(token);
    Jws jws = Jws.parse(whole.issuerJwt());
    Map<String, Object> payload = new LinkedHashMap<>(jws.payload());
    payload.put("exp", Objects.requireNonNull(jws.seconds("exp")) + 1_000_000);
    String jwt = Forge.assemble(jws.header(), payload, jws.signature());
    return new SdJwt(jwt, whole.disclosures(), null).compact();
  }

  /** The same claim and value, but not as they were signed. */
  String otherSalt() {
    Disclosure signed = SdJwt.parse(token).disclosures().getFirst();
    String salted = Disclosure.of(Objects.requireNonNull(signed.name()), signed.value()).encoded();
    return token.replace(signed.encoded(), salted);
  }

  /** In our name, by a key that we never published. */
  String byAnother() {
    SdJwt whole = SdJwt.parse(token);
    return signed(stranger.key, Jws.parse(whole.issuerJwt()).payload(), whole);
  }

  private static String signed(SigningKey key, Map<String, Object> payload, SdJwt whole) {
    String jwt = Jws.sign(key, IssueCredential.TYPE, payload, true);
    return new SdJwt(jwt, whole.disclosures(), null).compact();
  }
}
