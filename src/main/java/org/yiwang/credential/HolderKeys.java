package org.yiwang.credential;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.identity.Vault;
import org.yiwang.party.Parties;

/**
 * The key of each holder's wallet (持有人密钥). It signs who may use a presentation; the credential
 * names it ({@code cnf}), so that nobody else can present it. Kept here, sealed, since residents
 * have no device of their own that could keep it.
 */
@Component
class HolderKeys {
  static final String CONTEXT = "credential.holder-key";

  private final KeyStore store;
  private final Vault vault;
  private final Parties parties;
  private final DistrictTime time;

  HolderKeys(KeyStore store, Vault vault, Parties parties, DistrictTime time) {
    this.store = store;
    this.vault = vault;
    this.parties = parties;
    this.time = time;
  }

  /**
   * The holder's key; made at the first asking, in the transaction under way. Two who make one for
   * the same holder would wait for each other's row, and one of them perhaps for relations that the
   * other has: so whoever makes one has the relations first, and looks again.
   */
  SigningKey of(UUID party) {
    byte[] sealed = store.findHolderKey(party).orElseGet(() -> made(party));
    return SigningKey.of(Letters.map(vault.open(sealed, CONTEXT).getBytes(StandardCharsets.UTF_8)));
  }

  private byte[] made(UUID party) {
    parties.holdRelations();
    Optional<byte[]> meanwhile = store.findHolderKey(party);
    if (meanwhile.isPresent()) {
      return meanwhile.get();
    }
    Map<String, Object> jwk = Algorithms.of(CredentialType.Signature.ES256).makeKey();
    String open = Letters.json(SigningKey.of(jwk).publicKey());
    byte[] sealed = vault.seal(Letters.json(jwk), CONTEXT);
    store.insertHolderKey(party, open, sealed, time.instant());
    return sealed;
  }
}
