package org.yiwang.journal;

import org.yiwang.pack.Text;

/**
 * What an entry is about (对象) in words, short and without anybody's name: {@code
 * case:YP-20261122-00318} is a case with its number, of other things the end of the id is enough to
 * tell one from another.
 */
public final class SubjectWords {
  private static final int SHORT = 8;

  private SubjectWords() {}

  public static Text of(String subject) {
    int colon = subject.indexOf(':');
    String id = subject.substring(colon + 1);
    return switch (colon < 0 ? "" : subject.substring(0, colon)) {
      case "case" -> Text.of("办件 " + id, "Case " + id);
      case "party" -> named("档案", "File", id);
      case "credential" -> named("证照", "Credential", id);
      case "visit" -> named("窗口接待", "Visit", id);
      case "help" -> named("线上帮办", "Help from afar", id);
      case "submission" -> named("申请", "Application", id);
      case "promise" -> named("承诺", "Promise", id);
      case "mandate" -> named("授权", "Mandate", id);
      case "account" -> named("账户", "Account", id);
      default -> subject.equals("cases") ? Text.of("办件列表", "List of cases") : Text.same(subject);
    };
  }

  private static Text named(String zh, String en, String id) {
    String end = id.length() <= SHORT ? id : "…" + id.substring(id.length() - SHORT);
    return Text.of(zh + " " + end, en + " " + end);
  }
}
