package org.yiwang.credential;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yiwang.credential.CredentialType.Claim;
import org.yiwang.pack.Text;
import org.yiwang.page.Refusal;
import org.yiwang.page.RefusedException;

/** Whether what a credential is to say fits its type. */
final class ClaimsCheck {
  private static final int LONGEST = 2_000;
  private static final Text NEXT =
      Text.of("请核对办件中的内容后再签发。", "Check the case, then issue it again.");

  private ClaimsCheck() {}

  static void check(Map<String, String> claims, CredentialType type) {
    List<Refusal> refusals = new ArrayList<>();
    for (Claim claim : type.claims()) {
      String value = claims.get(claim.id());
      if (value == null && !claim.optional()) {
        refusals.add(refusal(claim.id(), "缺少“%s”。", "\"%s\" is missing.", claim.name()));
      } else if (value != null && !fits(value, claim.sort())) {
        refusals.add(refusal(claim.id(), "“%s”的内容不对。", "\"%s\" is not right.", claim.name()));
      }
    }
    claims.keySet().stream()
        .filter(id -> type.findClaim(id).isEmpty())
        .map(id -> refusal(id, "这种证照没有“%s”。", "This credential has no \"%s\".", Text.same(id)))
        .forEach(refusals::add);
    if (!refusals.isEmpty()) {
      throw new RefusedException(refusals);
    }
  }

  private static boolean fits(String value, CredentialType.Kind kind) {
    if (value.isBlank() || value.length() > LONGEST) {
      return false;
    }
    return switch (kind) {
      case TEXT, IDENTIFIER -> true;
      case NUMBER -> value.matches("-?\\d{1,18}(\\.\\d{1,9})?");
      case DATE -> isDay(value);
    };
  }

  private static boolean isDay(String value) {
    try {
      return LocalDate.parse(value).toString().equals(value);
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static Refusal refusal(String field, String zh, String en, Text name) {
    Text says = Text.of(zh.formatted(name.zh()), en.formatted(name.en()));
    return Refusal.invalid("credential-claims", field, says, NEXT);
  }
}
