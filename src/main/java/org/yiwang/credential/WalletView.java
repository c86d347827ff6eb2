package org.yiwang.credential;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiwang.credential.CredentialType.Claim;
import org.yiwang.credential.CredentialType.Kind;
import org.yiwang.identity.AccessLog;
import org.yiwang.pack.Text;
import org.yiwang.page.Tone;
import org.yiwang.party.Mandate;

/**
 * One credential as its holder's pages show it.
 *
 * @param reason why it was taken back; null while it was not
 * @param under by what it is read for its holder: to see and print only; null for whom the wallet
 *     opens to
 */
record WalletView(
    Credential of,
    Text unit,
    List<Line> lines,
    List<Use> uses,
    List<AccessLog.Look> looks,
    Standing standing,
    @Nullable Text reason,
    @Nullable Mandate under) {

  /**
   * One claim in words.
   *
   * @param value as it is signed
   * @param words the same in both languages
   */
  record Line(String id, Text name, String value, Text words, boolean selective) {}

  /** One use that the holder agreed to. */
  record Use(Presentation of, Text recipient, Standing standing, List<Text> claims) {}

  /** Whether it counts, in words. */
  record Standing(Text words, Tone tone) {}

  static Standing standing(Credential of, Instant now) {
    if (of.revoked() != null) {
      return new Standing(Text.of("已注销", "Revoked"), Tone.LATE);
    }
    return of.countsAt(now)
        ? new Standing(Text.of("有效", "Valid"), Tone.DONE)
        : new Standing(Text.of("已过期", "Expired"), Tone.LATE);
  }

  static Standing standing(Presentation of, Instant now) {
    if (of.used() != null) {
      return new Standing(Text.of("已使用", "Used"), Tone.DONE);
    }
    if (of.withdrawn() != null) {
      return new Standing(Text.of("已撤回", "Withdrawn"), Tone.PLAIN);
    }
    return of.openAt(now)
        ? new Standing(Text.of("待使用", "Not used yet"), Tone.RUN)
        : new Standing(Text.of("未用，已到期", "Over, never used"), Tone.PLAIN);
  }

  static List<Line> lines(Credential of, CredentialType type, ClaimWords words) {
    return of.claims().entrySet().stream()
        .map(
            said -> {
              Claim claim =
                  type.findClaim(said.getKey())
                      .orElse(new Claim(said.getKey(), Text.same(said.getKey()), null, true, true));
              Text says = words.of(type.id(), claim.id(), said.getValue());
              return new Line(claim.id(), claim.name(), said.getValue(), says, claim.selective());
            })
        .toList();
  }

  /** In lists an identifier shows its first and last letters only. */
  static @Nullable String brief(Credential of, CredentialType type) {
    return type.claims().stream()
        .filter(claim -> of.claims().containsKey(claim.id()))
        .findFirst()
        .map(claim -> masked(String.valueOf(of.claims().get(claim.id())), claim.sort()))
        .orElse(null);
  }

  private static String masked(String value, Kind kind) {
    int length = value.length();
    return kind != Kind.IDENTIFIER || length < 6
        ? value
        : value.substring(0, 2) + "****" + value.substring(length - 2);
  }
}
