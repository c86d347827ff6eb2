package org.yiwang.page;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiwang.pack.Language;
import org.yiwang.pack.Text;

/** A fault as programs read it: RFC 9457, with what to do next. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Problem(
    String type,
    String title,
    int status,
    String detail,
    String code,
    String next,
    @Nullable String field,
    String requestId,
    List<Part> errors) {

  /** One of several reasons. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Part(String code, @Nullable String field, String detail, String next) {}

  static Problem of(Fault fault, Language language, String requestId) {
    Refusal first = fault.first();
    Text title = fault.title();
    return new Problem(
        "urn:yiwang:problem:" + first.code(),
        title.in(language),
        fault.http(),
        first.says().in(language),
        first.code(),
        first.next().in(language),
        first.field(),
        requestId,
        fault.refusals().stream().map(refusal -> part(refusal, language)).toList());
  }

  private static Part part(Refusal refusal, Language language) {
    return new Part(
        refusal.code(), refusal.field(), refusal.says().in(language), refusal.next().in(language));
  }
}
