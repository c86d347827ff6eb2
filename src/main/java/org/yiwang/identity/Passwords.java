package org.yiwang.identity;

import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Passwords (口令): kept as Argon2id with 19 MiB and two passes, the least that OWASP's password
 * storage sheet accepts, since every sign-in costs that memory and time.
 */
@Component
class Passwords {
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final int LANES = 1;
  private static final int KIBIBYTES = 19 * 1024;
  private static final int PASSES = 2;

  /** People of Shanghai type in two scripts, so length is what counts. */
  static final int SHORTEST = 10;

  static final int LONGEST = 200;

  private final Argon2PasswordEncoder argon2 =
      new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, KIBIBYTES, PASSES);

  /** Compared with when there is no account, so that an unknown name takes as long as a known. */
  private final Supplier<String> nobodys =
      SingletonSupplier.of(() -> hash("nobody has this password"));

  String hash(String password) {
    return Objects.requireNonNull(argon2.encode(password));
  }

  boolean matches(String password, String hash) {
    return argon2.matches(password, hash);
  }

  void spendTheSameTime(String password) {
    argon2.matches(password, nobodys.get());
  }
}
