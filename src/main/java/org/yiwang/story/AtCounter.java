package org.yiwang.story;

import org.jspecify.annotations.Nullable;

/** What an officer does for whoever stands at the counter (窗口接待), before the form is filled in. */
final class AtCounter {
  private AtCounter() {}

  /**
   * Somebody is received (接待).
   *
   * @param person the account of whoever stands there; the story goes on with it. Absent for
   *     somebody who has none
   * @param named what they state, as the officer types it: an identifier, a telephone number, an
   *     account, or a name
   * @param digits the last four of an identifier, beside a name
   * @param purpose what they came for; they read it too
   */
  record Receiving(
      @Nullable String person, String named, @Nullable String digits, String purpose) {}

  /**
   * Somebody without account or file is received: it begins with their document (窗口建档). With {@code
   * firm} it is a firm, and the rest is of its legal representative.
   *
   * @param shown what they showed, as it stands on the page
   * @param firm name of the firm, as its licence says it
   * @param code of the firm
   * @param name as the document says it
   * @param document which number it is, as it stands on the page; the usual one if absent
   * @param number of the document
   * @param phone where they are told
   * @param purpose what they came for
   */
  record Newcomer(
      @Nullable String shown,
      @Nullable String firm,
      @Nullable String code,
      String name,
      @Nullable String document,
      String number,
      @Nullable String phone,
      String purpose) {}

  /**
   * Somebody comes about what was sent before (窗口续办); the deed's {@code to} names the case.
   *
   * @param identifier of their document, whole or its last four
   * @param purpose what they came for
   */
  record Again(String identifier, String purpose) {}

  /**
   * They show who they are, and agree (核验身份、征得同意): to one matter or bundle, once.
   *
   * @param shown what they showed, as it stands on the page
   * @param agreed how they agreed, as it stands on the page
   */
  record Consent(
      @Nullable String matter,
      @Nullable String bundle,
      @Nullable String shown,
      @Nullable String agreed) {}

  /**
   * Number and name on file, as somebody types them who has an account now (认领档案).
   *
   * @param number of the document that they showed at the counter
   */
  record Joining(String name, String number) {}
}
