package org.yiwang.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.yiwang.pack.Text;
import org.yiwang.page.Refusal;
import org.yiwang.page.RefusedException;

/**
 * Answers forms and addresses that cannot be read (too large, cut off, malformed, not UTF-8) with a
 * sentence. It reads them before anybody else: whoever came first would break on them, and that is
 * the check against forged requests, long before a controller could refuse.
 */
final class UnreadableForms extends OncePerRequestFilter {
  private static final Refusal UNREADABLE =
      Refusal.of(
          Refusal.Kind.INVALID,
          "unreadable-form",
          Text.of("上传的内容不完整，看不懂。", "The upload is incomplete and cannot be read."),
          Text.of("请返回上一页重新上传。", "Go back and upload it again."));
  private static final Refusal TOO_LONG =
      Refusal.of(
          Refusal.Kind.TOO_LARGE,
          "form-too-large",
          Text.of(
              "一次填写的内容太多，没有收到。",
              "More was filled in than can be taken at once; nothing was received."),
          Text.of(
              "请返回上一页，把内容写短一些再提交；这次写的没有保存，之前保存的都还在。",
              "Go back, make it shorter and send it again; this was not saved, what was saved before is still there."));

  private final long most;

  /**
   * @param most the largest upload in bytes; larger ones that say so are refused unread
   */
  UnreadableForms(long most) {
    this.most = most;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (isUpload(request) && request.getContentLengthLong() > most) {
      refuse(request, response, tooLarge());
      return;
    }
    try {
      if (holdsNothing(request)) {
        response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        return;
      }
    } catch (IllegalStateException e) {
      refuseUnread(request, response, e);
      return;
    }
    chain.doFilter(request, response);
  }

  /** Reads all parameters, and looks for the one character that no text can hold. */
  private static boolean holdsNothing(HttpServletRequest request) {
    for (Map.Entry<String, String[]> sent : request.getParameterMap().entrySet()) {
      if (holdsNothing(sent.getKey())
          || Arrays.stream(sent.getValue()).anyMatch(UnreadableForms::holdsNothing)) {
        return true;
      }
    }
    return false;
  }

  private static boolean holdsNothing(String words) {
    return words.indexOf('\0') >= 0;
  }

  private void refuseUnread(
      HttpServletRequest request, HttpServletResponse response, IllegalStateException reason)
      throws IOException {
    if (isUpload(request)) {
      refuse(request, response, isTooLarge(reason) ? tooLarge() : UNREADABLE);
    } else if (isTooLarge(reason)) {
      refuse(request, response, TOO_LONG);
    } else {
      response.sendError(HttpServletResponse.SC_BAD_REQUEST);
    }
  }

  private static boolean isUpload(HttpServletRequest request) {
    String type = request.getContentType();
    return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
  }

  /** The container has no one type for this; its number or the names of the causes tell. */
  private static boolean isTooLarge(Throwable thrown) {
    return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
        .anyMatch(
            e ->
                e.getClass().getSimpleName().contains("Size")
                    || (e instanceof InvalidParameterException sent
                        && sent.getErrorCode() == Refusal.Kind.TOO_LARGE.http()));
  }

  private Refusal tooLarge() {
    return Refusal.of(
        Refusal.Kind.TOO_LARGE,
        "too-large",
        Text.of("上传的文件超过了大小限制，没有收到。", "The upload was over the size limit and was not received."),
        Text.of(
                "一次最多 %d MB。请返回上一页，减少照片或选小一些的再上传；这次发来的没有保存，之前保存的都还在。",
                "At most %d MB at once. Go back and send fewer or smaller photos; this was not saved, what was saved before is still there.")
            .with(most >> 20));
  }

  /** The error page finds the refusal among the request's attributes and writes it. */
  private static void refuse(
      HttpServletRequest request, HttpServletResponse response, Refusal refusal)
      throws IOException {
    request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, new RefusedException(refusal));
    response.sendError(refusal.kind().http());
  }
}
