package org.yiwang.credential;

import java.util.Map;

/**
 * One way of signing (签名算法). Keys are JSON Web Keys (RFC 7517), so that whoever reads them needs to
 * know nothing of this program.
 */
interface SignatureAlgorithm {
  /** How the header of a token names it. */
  String name();

  /** A new key with its private part {@code d}. */
  Map<String, Object> makeKey();

  /** Makes what signs with a private key; kept, since reading a key costs more than signing. */
  Signer signer(Map<String, Object> privateKey);

  /** Whether the signature was made over these bytes with the private part of this key. */
  boolean verifies(Map<String, Object> publicKey, byte[] signed, byte[] signature);

  /** Signs bytes; may be used by several threads. */
  interface Signer {
    byte[] sign(byte[] bytes);
  }
}
