package org.yiwang.journal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What the log publishes of an entry (叶子): 32 bytes, the SHA-256 of a secret salt of 32 bytes
 * followed by the entry's canonical JSON. Without the salt nobody can tell, not even by trying,
 * what the entry says; with the salt and the entry anybody can check it.
 *
 * <p>In that JSON stands, instead of who did it, a hash of that with a salt of its own. So a
 * receipt can prove to the person concerned what was done, when and why, without naming the
 * officer. Both salts come out of the one that is stored, by HMAC; neither tells the other.
 */
final class EntryLeaf {
  /** Length of a salt. */
  static final int SALT_BYTES = 32;

  private static final String FORMAT = "yiwang-journal-entry-1";

  private EntryLeaf() {}

  /** What is hashed with {@link #entrySalt}. */
  static String canonical(Entry entry, byte[] salt) {
    byte[] actor = hash(actorSalt(salt), actor(entry));
    return CanonicalJson.of(
        Map.of(
            "format", FORMAT,
            "id", entry.id(),
            "at", entry.at().toString(),
            "kind", entry.kind(),
            "subject", entry.subject(),
            "actor", Base64.getEncoder().encodeToString(actor),
            "facts", entry.facts()));
  }

  /** Who did it; hashed with {@link #actorSalt}. */
  static String actor(Entry entry) {
    Actor who = entry.actor();
    Map<String, Object> actor = new LinkedHashMap<>();
    actor.put("kind", who.kind().name());
    actor.put("name", Map.of("zh", who.name().zh(), "en", who.name().en()));
    if (who.account() != null) {
      actor.put("account", who.account());
    }
    return CanonicalJson.of(actor);
  }

  /**
   * The bytes that are published.
   *
   * @param salt as it is stored
   */
  static byte[] of(Entry entry, byte[] salt) {
    return hash(entrySalt(salt), canonical(entry, salt));
  }

  static byte[] entrySalt(byte[] salt) {
    return derived(salt, "entry");
  }

  static byte[] actorSalt(byte[] salt) {
    return derived(salt, "actor");
  }

  private static byte[] hash(byte[] salt, String words) {
    MessageDigest digest = MerkleHash.sha256();
    digest.update(salt);
    return digest.digest(words.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] derived(byte[] salt, String use) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(salt, "HmacSHA256"));
      return mac.doFinal(use.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HmacSHA256 is part of every Java", e);
    }
  }
}
