package org.yiwang.credential;

import java.util.LinkedHashMap;
import java.util.Map;
import org.yiwang.pack.Text;

/** What was found, told at a terminal (查验结论). */
final class ToldVerdict {
  private ToldVerdict() {}

  static String words(Verdict verdict) {
    Finding finding = verdict.finding();
    StringBuilder told = new StringBuilder(finding == Finding.GENUINE ? "✓ " : "✗ ");
    told.append(both(finding.says()));
    Verdict.Shown shown = verdict.shown();
    if (shown != null) {
      line(told, both(shown.typeName()), shown.number() == null ? "" : shown.number());
      shown.claims().forEach((name, value) -> line(told, name, value));
      line(
          told,
          "Issued by 签发",
          shown.issuer() + (shown.unit() == null ? "" : " " + both(shown.unit())));
      if (shown.issued() != null) {
        line(told, "Issued 发证", shown.issued().toString());
      }
      if (shown.expires() != null) {
        line(told, "Until 有效期至", shown.expires().toString());
      }
      if (shown.binding() != null) {
        line(told, "Shared with 给谁用", shown.binding().recipient());
        line(told, "Once 一次", "whether it was used before only the issuer can say 是否用过，只有签发方知道");
      }
    }
    return told.append("\n  ").append(both(finding.next())).toString();
  }

  private static void line(StringBuilder told, String name, String value) {
    told.append("\n  ").append(name).append(": ").append(value);
  }

  private static String both(Text text) {
    return text.zh().equals(text.en()) ? text.en() : text.en() + " " + text.zh();
  }

  static String json(Verdict verdict) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("finding", verdict.finding().code());
    told.put("genuine", verdict.finding() == Finding.GENUINE);
    Verdict.Shown shown = verdict.shown();
    if (shown != null) {
      told.put("issuer", shown.issuer());
      told.put("type", shown.type());
      told.put("number", shown.number() == null ? "" : shown.number());
      told.put("claims", shown.claims());
    }
    return Letters.json(told);
  }
}
