package org.yiwang.page;

import org.jspecify.annotations.Nullable;
import org.yiwang.pack.Text;

/**
 * Why something was not done, as data (拒绝理由): what is wrong and what to do next.
 *
 * @param kind decides the HTTP answer
 * @param code stable, for programs and for looking up, e.g. {@code case-outdated}
 * @param field the form field or JSON key it is about, if one
 * @param says what is wrong, one sentence
 * @param next what to do about it, one sentence
 */
public record Refusal(Kind kind, String code, @Nullable String field, Text says, Text next) {

  /** The nature of a refusal and its HTTP number. */
  public enum Kind {
    INVALID(422),
    FORBIDDEN(403),
    MISSING(404),
    OUTDATED(409),
    TOO_LARGE(413),
    TOO_MANY(429),
    UNAVAILABLE(503);

    private final int http;

    Kind(int http) {
      this.http = http;
    }

    public int http() {
      return http;
    }
  }

  public static Refusal invalid(String code, String field, Text says, Text next) {
    return new Refusal(Kind.INVALID, code, field, says, next);
  }

  public static Refusal of(Kind kind, String code, Text says, Text next) {
    return new Refusal(kind, code, null, says, next);
  }

  /** What is wrong and what to do, one after the other. */
  public Text words() {
    return Text.of(says.zh() + next.zh(), (says.en() + " " + next.en()).strip());
  }
}
