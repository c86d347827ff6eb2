package org.yiwang.credential;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.credential.TrustFile.CountsAs;
import org.yiwang.pack.Text;
import org.yiwang.party.Parties;

/**
 * Takes a presentation that a holder made in another region's wallet for a matter here (异地证照): the
 * issuer's published keys, the agreement, recipient, purpose and contents are looked at before it
 * is counted, so that a refusal uses nothing up.
 */
@Component
class TakeElsewhere {
  private final Issuers issuers;
  private final OwnAddress address;
  private final CountPresentation count;
  private final CredentialTypes types;
  private final Parties parties;
  private final DistrictTime time;

  TakeElsewhere(
      Issuers issuers,
      OwnAddress address,
      CountPresentation count,
      CredentialTypes types,
      Parties parties,
      DistrictTime time) {
    this.issuers = issuers;
    this.address = address;
    this.count = count;
    this.types = types;
    this.parties = parties;
    this.time = time;
  }

  String address() {
    return address.now();
  }

  List<Text> regionsFor(String type) {
    return issuers.namesFor(type);
  }

  List<AskableRegion> askableRegions(String type) {
    return issuers.askableFor(type);
  }

  /** Looks at it, which may take its issuer's time: nothing is open in the database meanwhile. */
  CheckedElsewhere check(String typed, NeededElsewhere needed) {
    return check(typed, needed, null);
  }

  /**
   * Looks at it.
   *
   * @param nonce what it has to carry to answer a request of ours, which says what for: the holder
   *     who signed it need not say so again; null if nothing was asked
   */
  CheckedElsewhere check(String typed, NeededElsewhere needed, @Nullable String nonce) {
    Verdict.Shown shown = genuine(typed);
    Verdict.Binding binding = java.util.Objects.requireNonNull(shown.binding());
    if (nonce != null && !nonce.equals(binding.nonce())) {
      throw AskedRefusals.otherNonce();
    }
    if (issuers.isOwn(shown.issuer())) {
      throw ElsewhereRefusals.fromHere();
    }
    CountsAs as =
        issuers
            .countsAs(shown.issuer(), shown.type(), needed.type())
            .orElseThrow(
                () -> ElsewhereRefusals.otherType(shown.typeName(), typeName(needed.type())));
    Map<String, String> claims = claims(shown, needed, as);
    boolean asked = nonce != null && binding.purpose() == null;
    if (!asked && !isFor(binding.purpose(), needed.purpose())) {
      throw ElsewhereRefusals.otherPurpose(needed.purpose());
    }
    requireOwn(claims, needed);
    String number = shown.number() == null ? "" : shown.number();
    return new CheckedElsewhere(
        shown, binding, new TakenElsewhere(shown.issuerName(), shown.typeName(), number, claims));
  }

  /** Counts what was looked at; joins the caller's transaction. */
  TakenElsewhere take(CheckedElsewhere checked) {
    count(List.of(checked));
    return checked.says();
  }

  /** Counts what answers one request, all of it under its one nonce. */
  void count(Collection<CheckedElsewhere> answer) {
    CheckedElsewhere first = answer.iterator().next();
    List<Verdict.Shown> shown = answer.stream().map(CheckedElsewhere::shown).toList();
    Finding counted = count.foreign(shown, first.binding(), time.instant());
    if (counted != Finding.GENUINE) {
      throw ElsewhereRefusals.found(counted);
    }
  }

  private Verdict.Shown genuine(String typed) {
    String bare = VerifyToken.bare(typed);
    if (PresentOnce.isCode(bare)) {
      throw ElsewhereRefusals.onlyCode();
    }
    Verdict verdict =
        new CheckToken(issuers)
            .check(bare, new CheckToken.Expected(address.now(), true, time.instant()));
    if (verdict.finding() == Finding.WRONG_RECIPIENT) {
      throw ElsewhereRefusals.otherRecipient(address.now());
    }
    if (verdict.finding() != Finding.GENUINE || verdict.shown() == null) {
      throw ElsewhereRefusals.found(verdict.finding());
    }
    return verdict.shown();
  }

  /** What is needed, by our names; the rest of what was shown is not kept. */
  private Map<String, String> claims(Verdict.Shown shown, NeededElsewhere needed, CountsAs as) {
    Map<String, String> claims = new LinkedHashMap<>();
    for (String claim : needed.claims()) {
      String said = shown.claims().get(as.theirs(claim));
      if (said == null) {
        throw ElsewhereRefusals.notShown(claimName(needed.type(), claim));
      }
      claims.put(claim, said);
    }
    return claims;
  }

  /**
   * A holder's consent does not make it the applicant's: what identifies its holder is compared.
   */
  private void requireOwn(Map<String, String> claims, NeededElsewhere needed) {
    claims.forEach(
        (claim, said) -> {
          if (!parties.canHold(needed.holders(), needed.type(), claim, said)) {
            throw ElsewhereRefusals.otherHolder(claimName(needed.type(), claim));
          }
        });
  }

  private static boolean isFor(@Nullable String agreed, Text purpose) {
    String words = agreed == null ? "" : agreed.toLowerCase(Locale.ROOT);
    return words.contains(purpose.zh().toLowerCase(Locale.ROOT))
        || words.contains(purpose.en().toLowerCase(Locale.ROOT));
  }

  private Text typeName(String type) {
    return types.findType(type).map(CredentialType::name).orElse(Text.same(type));
  }

  private Text claimName(String type, String claim) {
    return types
        .findType(type)
        .flatMap(one -> one.findClaim(claim))
        .map(found -> found.name())
        .orElse(Text.same(claim));
  }
}
