package org.yiwang.journal;

import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Proof that an entry stands in the log (凭条), which anybody can check without us: the entry, its
 * salt, the way from its leaf to the root, and the signed checkpoint with that root.
 *
 * @param named whether it may say who did it
 * @param inclusion RFC 9162 section 2.1.3, the leaf's sibling first
 */
record Receipt(
    Entry entry,
    boolean named,
    Leaf leaf,
    SealedHead head,
    List<byte[]> inclusion,
    VerifierKey key) {
  private static final String FORMAT = "yiwang-receipt-1";
  private static final String PROOF_FORMAT = "c2sp.org/tlog-proof@v1";

  String canonical() {
    return EntryLeaf.canonical(entry, leaf.salt());
  }

  String actor() {
    return EntryLeaf.actor(entry);
  }

  String saltWords() {
    return base64(EntryLeaf.entrySalt(leaf.salt()));
  }

  String leafWords() {
    return base64(leaf.content());
  }

  String leafHex() {
    return HexFormat.of().formatHex(leaf.content());
  }

  /** For programs; binary values in base64. */
  String json() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("format", FORMAT);
    all.put("entry", canonical());
    all.put("salt", saltWords());
    if (named) {
      all.put("actor", actor());
      all.put("actorSalt", base64(EntryLeaf.actorSalt(leaf.salt())));
    }
    all.put("leaf", leafWords());
    all.put("index", leaf.index());
    all.put("size", head.size());
    all.put("inclusion", inclusion.stream().map(Receipt::base64).toList());
    all.put("checkpoint", head.note());
    all.put("key", key.words());
    return CanonicalJson.of(all);
  }

  /** As C2SP tlog-proof; the salt is the extra data. */
  String proof() {
    String hashes = inclusion.stream().map(h -> base64(h) + "\n").collect(Collectors.joining());
    return "%s%nextra %s%nindex %d%n%s%n%s"
        .formatted(PROOF_FORMAT, saltWords(), leaf.index(), hashes, head.note())
        .replace("\r\n", "\n");
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
