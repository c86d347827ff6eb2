package org.yiwang.journal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the log publishes of an entry (叶子): 32 bytes, the SHA-256 of a secret salt of 32 bytes
 * followed by the entry's canonical JSON. Without the salt nobody can tell, not even by trying,
 * what the entry says; with the salt and the entry anybody can check it.
 */
final class EntryLeaf {
  /** Length of a salt. */
  static final int SALT_BYTES = 32;

  private static final String FORMAT = "yiwang-journal-entry-1";

  private EntryLeaf() {}

  /** All that an entry says, in the one form that is hashed. */
  static String canonical(Entry entry) {
    Map<String, Object> actor = new LinkedHashMap<>();
    actor.put("kind", entry.actor().kind().name());
    actor.put("name", Map.of("zh", entry.actor().name().zh(), "en", entry.actor().name().en()));
    if (entry.actor().account() != null) {
      actor.put("account", entry.actor().account());
    }
    return CanonicalJson.of(
        Map.of(
            "format", FORMAT,
            "id", entry.id(),
            "at", entry.at().toString(),
            "kind", entry.kind(),
            "subject", entry.subject(),
            "actor", actor,
            "facts", entry.facts()));
  }

  static byte[] of(Entry entry, byte[] salt) {
    MessageDigest digest = MerkleHash.sha256();
    digest.update(salt);
    return digest.digest(canonical(entry).getBytes(StandardCharsets.UTF_8));
  }
}
