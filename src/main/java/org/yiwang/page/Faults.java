package org.yiwang.page;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.yiwang.pack.Text;
import org.yiwang.page.Refusal.Kind;

/**
 * Says in words what an exception means to the reader. Nothing of the exception itself is shown.
 */
final class Faults {
  private static final Text CORRECT = Text.of("请改正后重试。", "Correct it and try again.");
  private static final Text AGAIN =
      Text.of("请返回上一页，刷新后再试一次。", "Go back to the page before, reload it and try again.");
  private static final Refusal UNKNOWN_REQUEST =
      Refusal.of(
          Kind.INVALID,
          "bad-request",
          Text.of("这个请求办不了。", "This request cannot be answered."),
          Text.of("请从首页重新进入。", "Start again from the home page."));
  private static final Refusal BROKEN =
      Refusal.of(
          Kind.UNAVAILABLE,
          "internal-error",
          Text.of("这次没有办成，已经记录下来。", "This did not work, and has been logged."),
          Text.of("请稍后再试；着急的事请打电话。", "Try again later; for urgent matters please call."));
  private static final Refusal UNKEEPABLE =
      Refusal.of(
          Kind.INVALID,
          "unkeepable",
          Text.of(
              "内容里有不能保存的字符、数字或日期。", "It contains a character, number or date that cannot be kept."),
          Text.of(
              "请删去特殊字符，检查数字和日期后重试。",
              "Remove special characters, check numbers and dates, try again."));

  /** SQL: too long, out of range, no day, no character; what was sent is at fault, not we. */
  private static final Set<String> UNKEEPABLE_STATES =
      Set.of("22001", "22003", "22007", "22008", "22021", "22P05");

  /** SQL: no connection, no room, being stopped or started, may only be read, disk broken. */
  private static final List<String> AWAY_STATES = List.of("08", "53", "57P", "25006", "58");

  private static final Map<Integer, Refusal> BY_NUMBER =
      Map.of(
          400,
              Refusal.of(
                  Kind.INVALID,
                  "unreadable-request",
                  Text.of("发来的内容看不懂。", "What was sent cannot be read."),
                  Text.of("请返回上一页重新填写。", "Go back and fill in the form again.")),
          401,
              Refusal.of(
                  Kind.FORBIDDEN,
                  "sign-in-needed",
                  Text.of("这里需要登录。", "You need to be signed in here."),
                  Text.of("请登录后再试。", "Sign in and try again.")),
          403,
              Refusal.of(
                  Kind.FORBIDDEN,
                  "forbidden",
                  Text.of(
                      "您的账户没有这项权限，或页面打开太久已失效。",
                      "Your account has no permission for this, or the page was open for too long."),
                  Text.of(
                      "请返回上一页刷新后再试；如果仍不行，请换有权限的账户登录。",
                      "Go back, reload and try again; otherwise sign in with an account that may.")),
          404,
              Refusal.of(
                  Kind.MISSING,
                  "not-found",
                  Text.of(
                      "这个地址没有内容，可能已移走或写错了。",
                      "There is nothing at this address; it may have moved or been mistyped."),
                  Text.of("请检查地址，或从首页开始找。", "Check the address, or start from the home page.")),
          405,
              Refusal.of(
                  Kind.INVALID,
                  "method-not-allowed",
                  Text.of("这个地址不能这样使用。", "This address cannot be used in this way."),
                  Text.of("请从首页重新进入。", "Start again from the home page.")),
          406,
              Refusal.of(
                  Kind.INVALID,
                  "not-acceptable",
                  Text.of("不能按您要求的格式给出。", "It cannot be given in the format asked for."),
                  Text.of("请改用 JSON 或网页。", "Ask for JSON or a page.")),
          413,
              Refusal.of(
                  Kind.TOO_LARGE,
                  "too-large",
                  Text.of(
                      "上传的文件超过了大小限制，没有收到。",
                      "The upload was over the size limit and was not received."),
                  Text.of("请减少照片，或选小一些的照片再上传。", "Send fewer or smaller photos.")),
          415,
              Refusal.of(
                  Kind.INVALID,
                  "unsupported-format",
                  Text.of("发来的格式不支持。", "The format sent is not supported."),
                  Text.of("请改用页面上的表单或 JSON。", "Use the form on the page, or JSON.")),
          429,
              Refusal.of(
                  Kind.TOO_MANY,
                  "too-many",
                  Text.of("短时间内操作太多次。", "Too many attempts in a short time."),
                  Text.of("请等几分钟再试。", "Wait a few minutes and try again.")),
          503,
              Refusal.of(
                  Kind.UNAVAILABLE,
                  "unavailable",
                  Text.of("这项功能暂时不能使用。", "This is not available at the moment."),
                  Text.of("请几分钟后再试。", "Try again in a few minutes.")));

  private Faults() {}

  static Fault of(Throwable thrown) {
    return switch (thrown) {
      case RefusedException refused -> Fault.of(refused);
      case BindException bind ->
          Fault.invalid(422, bind.getFieldErrors().stream().map(Faults::refusal).toList());
      case ConstraintViolationException violated ->
          Fault.invalid(
              422, violated.getConstraintViolations().stream().map(Faults::refusal).toList());
      case MaxUploadSizeExceededException unused -> Fault.of(413);
      case MultipartException unused -> Fault.of(400);
      case MissingServletRequestParameterException missing -> absent(missing.getParameterName());
      case MethodArgumentTypeMismatchException wrong -> unreadable(wrong.getName());
      case HttpMessageNotReadableException unused -> Fault.of(400);
      case ErrorResponse response -> Fault.of(response.getStatusCode().value());
      default -> database(thrown);
    };
  }

  /**
   * What the database said, if it was asked: wrong words, or it is not there; else our own fault.
   */
  private static Fault database(Throwable thrown) {
    List<SQLException> said =
        Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
            .filter(SQLException.class::isInstance)
            .map(SQLException.class::cast)
            .toList();
    if (said.stream().anyMatch(e -> UNKEEPABLE_STATES.contains(state(e)))) {
      return new Fault(422, List.of(UNKEEPABLE));
    }
    boolean away =
        said.stream()
            .anyMatch(
                e ->
                    e instanceof SQLTransientConnectionException
                        || AWAY_STATES.stream().anyMatch(state(e)::startsWith));
    return Fault.of(away ? 503 : 500);
  }

  private static String state(SQLException said) {
    return Objects.requireNonNullElse(said.getSQLState(), "");
  }

  private static Fault absent(String field) {
    return new Fault(
        400,
        List.of(
            Refusal.invalid(
                "missing-parameter",
                field,
                Text.of("缺少“%s”。", "“%s” is missing.").with(field),
                Text.of("请补上后重试。", "Add it and try again."))));
  }

  private static Fault unreadable(String field) {
    return new Fault(
        400,
        List.of(
            Refusal.invalid(
                "unreadable-parameter",
                field,
                Text.of("发来的“%s”看不懂。", "“%s” was sent so that it cannot be read.").with(field),
                AGAIN)));
  }

  private static Refusal refusal(FieldError wrong) {
    return wrong.isBindingFailure()
        ? unreadable(wrong.getField()).refusals().getFirst()
        : fieldRefusal(wrong.getField());
  }

  private static Refusal refusal(ConstraintViolation<?> violation) {
    String name = "";
    for (Path.Node node : violation.getPropertyPath()) {
      name = node.getName() == null ? name : node.getName();
    }
    return fieldRefusal(name);
  }

  /** What a library says of it is in no reader's language. */
  private static Refusal fieldRefusal(String field) {
    Text says = Text.of("“%s”不符合要求。", "“%s” is not acceptable.").with(field);
    return Refusal.invalid("invalid-field", field, says, CORRECT);
  }

  static Refusal byNumber(int http) {
    Refusal known = BY_NUMBER.get(http);
    return known != null ? known : http < 500 ? UNKNOWN_REQUEST : BROKEN;
  }
}
