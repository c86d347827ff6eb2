package org.yiwang.identity;

import java.io.Serial;

/** Sealed values (密封值) cannot be opened; the message says what is to be done. */
public final class VaultException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  VaultException(String message) {
    super(message);
  }
}
