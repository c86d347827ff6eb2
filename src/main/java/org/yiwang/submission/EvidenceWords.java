package org.yiwang.submission;

import org.yiwang.credential.TakenElsewhere;
import org.yiwang.pack.Text;
import org.yiwang.submission.Filled.Way;

/** How an evidence was given, in words. */
final class EvidenceWords {
  private EvidenceWords() {}

  /** How it was given; from where, if it comes from another region. */
  static Text of(Filled filled, String evidence) {
    Filled.Supply supply = filled.supplies().get(evidence);
    if (supply == null) {
      return Text.same("");
    }
    return filled.elsewhere(evidence).map(EvidenceWords::from).orElseGet(() -> of(supply.way()));
  }

  private static Text from(TakenElsewhere taken) {
    return Text.of(
        "异地证照，免交：" + taken.issuer().zh() + "，" + taken.name().zh(),
        "Presented in another region: " + taken.issuer().en() + ", " + taken.name().en());
  }

  private static Text of(Way way) {
    return switch (way) {
      case FETCH -> Text.of("从我的证照调取，免交", "Fetched from my credentials");
      case ELSEWHERE -> Text.of("异地证照，免交", "Presented in another region");
      case UPLOAD -> Text.of("已上传", "Uploaded");
      case PROMISE -> Text.of("以承诺代替", "A promise stands for it");
      case LATER -> Text.of("以后补交", "To be handed in later");
      case NONE -> Text.of("不提供", "Left out");
    };
  }
}
