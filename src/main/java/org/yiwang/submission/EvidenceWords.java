package org.yiwang.submission;

import org.yiwang.pack.Text;
import org.yiwang.submission.Filled.Way;

/** How an evidence was given, in words. */
final class EvidenceWords {
  private EvidenceWords() {}

  static Text of(Way way) {
    return switch (way) {
      case FETCH -> Text.of("从我的证照调取，免交", "Fetched from my credentials");
      case UPLOAD -> Text.of("已上传", "Uploaded");
      case PROMISE -> Text.of("以承诺代替", "A promise stands for it");
      case LATER -> Text.of("以后补交", "To be handed in later");
      case NONE -> Text.of("不提供", "Left out");
    };
  }
}
