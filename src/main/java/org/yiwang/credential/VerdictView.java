package org.yiwang.credential;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yiwang.pack.Text;

/** What was found, for a page and for a program. */
@Component
class VerdictView {
  private final CredentialTypes types;
  private final ShowWallet show;
  private final ClaimWords words;

  VerdictView(CredentialTypes types, ShowWallet show, ClaimWords words) {
    this.words = words;
    this.types = types;
    this.show = show;
  }

  /** One claim in words. */
  record Line(Text name, Text words) {}

  /** A foreign credential's claims keep the names it gives them. */
  List<Line> lines(Verdict verdict) {
    Verdict.Shown shown = verdict.shown();
    if (shown == null) {
      return List.of();
    }
    return shown.claims().entrySet().stream()
        .map(
            said ->
                new Line(
                    name(shown.type(), said.getKey()),
                    words.of(shown.type(), said.getKey(), said.getValue())))
        .toList();
  }

  private Text name(String type, String claim) {
    return types
        .findType(type)
        .or(
            () ->
                type.equals(KeepPaper.TYPE)
                    ? java.util.Optional.of(KeepPaper.type(""))
                    : java.util.Optional.empty())
        .flatMap(known -> known.findClaim(claim))
        .map(CredentialType.Claim::name)
        .orElse(Text.same(claim));
  }

  /** For whom a presentation is, in words. */
  Text recipient(Verdict verdict) {
    return verdict.shown() == null || verdict.shown().binding() == null
        ? Text.same("")
        : show.recipient(verdict.shown().binding().recipient());
  }

  Map<String, Object> json(Verdict verdict) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("finding", verdict.finding().code());
    answer.put("genuine", verdict.finding() == Finding.GENUINE);
    answer.put("says", both(verdict.finding().says()));
    answer.put("next", both(verdict.finding().next()));
    Verdict.Shown shown = verdict.shown();
    if (shown != null) {
      answer.put("credential", credential(shown));
      answer.put("claims", shown.claims());
    }
    return answer;
  }

  private static Map<String, Object> credential(Verdict.Shown shown) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("issuer", shown.issuer());
    told.put("issuer-name", both(shown.issuerName()));
    told.put("type", shown.type());
    told.put("name", both(shown.typeName()));
    put(told, "number", shown.number());
    put(told, "unit", shown.unit() == null ? null : both(shown.unit()));
    put(told, "issued", shown.issued());
    put(told, "expires", shown.expires());
    if (shown.binding() != null) {
      told.put("recipient", shown.binding().recipient());
      put(told, "purpose", shown.binding().purpose());
    }
    return told;
  }

  private static void put(
      Map<String, Object> told, String name, @org.jspecify.annotations.Nullable Object value) {
    if (value != null) {
      told.put(name, value instanceof java.time.Instant at ? at.toString() : value);
    }
  }

  private static Map<String, String> both(Text text) {
    Map<String, String> both = new LinkedHashMap<>();
    both.put("zh", text.zh());
    both.put("en", text.en());
    return both;
  }
}
