package org.yiwang.credential;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yiwang.calendar.TimeLimit;
import org.yiwang.pack.Text;

/**
 * A type of credential (证照类型), as a pack declares it in {@code credentials.yaml}.
 *
 * @param id lower-case letters, digits and hyphens, unique in the district
 * @param name what it is called
 * @param issuer id of the unit that issues it
 * @param claims what it says, in the order in which it is shown
 * @param valid how long it counts, in calendar days to the end of the last one; absent for no end
 * @param signature how it is signed: {@code es256} where absent, or {@code sm2}
 * @param layout how it is printed; absent for the usual page
 */
public record CredentialType(
    String id,
    Text name,
    String issuer,
    List<Claim> claims,
    @Nullable TimeLimit valid,
    @Nullable Signature signature,
    @Nullable Layout layout) {

  /**
   * One thing that a credential says (证照要素).
   *
   * @param id lower-case letters, digits and hyphens, unique in the type
   * @param name what it is called
   * @param kind what sort of value it is; {@code text} where absent
   * @param selective whether the holder can keep it back when presenting the credential
   * @param optional whether it may be missing
   */
  public record Claim(
      String id, Text name, @Nullable Kind kind, boolean selective, boolean optional) {
    /** The sort of value, with the usual one put in. */
    public Kind sort() {
      return kind == null ? Kind.TEXT : kind;
    }
  }

  /** What sort of value a claim has. */
  public enum Kind {
    /** Words. */
    TEXT,
    /** A day, as {@code 2026-11-22}. */
    DATE,
    /** A number in plain digits. */
    NUMBER,
    /** What identifies a person or firm; hidden in part in lists. */
    IDENTIFIER
  }

  /** How a credential is signed (签名算法). */
  public enum Signature {
    /** ECDSA on P-256 with SHA-256, RFC 7518. */
    ES256,
    /** SM2 with SM3, GB/T 32918. */
    SM2
  }

  /**
   * How it is printed (证面).
   *
   * @param title words above the name, such as the title of the law; absent for none
   * @param note words at the foot
   * @param colour of the frame; plain where absent
   */
  public record Layout(@Nullable Text title, @Nullable Text note, @Nullable Colour colour) {}

  /** Colour of the printed frame. */
  public enum Colour {
    PLAIN,
    RED,
    GREEN,
    BLUE
  }

  /** The claim of that id. */
  public Optional<Claim> findClaim(String claim) {
    return claims.stream().filter(c -> c.id().equals(claim)).findFirst();
  }
}
