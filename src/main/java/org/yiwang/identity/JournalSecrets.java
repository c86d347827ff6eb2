package org.yiwang.identity;

import org.springframework.stereotype.Component;
import org.yiwang.journal.SecretKeeper;

/** Keeps the journal's signing key in the vault: the journal itself stands below and knows none. */
@Component
class JournalSecrets implements SecretKeeper {
  private final Vault vault;

  JournalSecrets(Vault vault) {
    this.vault = vault;
  }

  @Override
  public byte[] seal(byte[] plain, String context) {
    return vault.seal(plain, context);
  }

  @Override
  public byte[] open(byte[] sealed, String context) {
    return vault.openBytes(sealed, context);
  }
}
