package org.yiwang.journal;

/**
 * Keeps the log's private key from lying open in the database (密钥保管). The journal stands below the
 * module that knows how to; that module offers itself as a bean.
 */
public interface SecretKeeper {
  /**
   * Seals bytes.
   *
   * @param context what they are; needed again to open them
   */
  byte[] seal(byte[] plain, String context);

  /** Opens what {@link #seal} sealed; throws when it was changed or sealed with another key. */
  byte[] open(byte[] sealed, String context);
}
