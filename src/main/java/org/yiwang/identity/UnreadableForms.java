package org.yiwang.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.web.filter.OncePerRequestFilter;
import org.yiwang.pack.Text;
import org.yiwang.page.Refusal;
import org.yiwang.page.RefusedException;

/**
 * Answers forms that cannot be read (too large, cut off, malformed) with a sentence. The check
 * against forged requests is the first to read a form, long before a controller could refuse it.
 */
final class UnreadableForms extends OncePerRequestFilter {
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
      chain.doFilter(request, response);
    } catch (IllegalStateException e) {
      Optional<Refusal> refusal = isUpload(request) ? reason(e) : Optional.empty();
      if (refusal.isEmpty() || response.isCommitted()) {
        throw e;
      }
      refuse(request, response, refusal.get());
    }
  }

  private static boolean isUpload(HttpServletRequest request) {
    String type = request.getContentType();
    return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
  }

  /** The container has no one type for this; the names of the causes tell. */
  private Optional<Refusal> reason(Throwable thrown) {
    if (causedBy(thrown, "Size")) {
      return Optional.of(tooLarge());
    }
    if (causedBy(thrown, "FileUpload") || causedBy(thrown, "InvalidParameter")) {
      return Optional.of(
          new Refusal(
              Refusal.Kind.INVALID,
              "unreadable-form",
              null,
              Text.of("上传的内容不完整，看不懂。", "The upload is incomplete and cannot be read."),
              Text.of("请返回上一页重新上传。", "Go back and upload it again.")));
    }
    return Optional.empty();
  }

  private static boolean causedBy(Throwable thrown, String name) {
    return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
        .anyMatch(e -> e.getClass().getSimpleName().contains(name));
  }

  private Refusal tooLarge() {
    return Refusal.of(
        Refusal.Kind.TOO_LARGE,
        "too-large",
        Text.of("上传的文件超过了大小限制，没有收到。", "The upload was over the size limit and was not received."),
        Text.of(
                "一次最多 %d MB。请返回上一页，减少照片或选小一些的再上传；已填写的内容都还在。",
                "At most %d MB at once. Go back and send fewer or smaller photos; what you wrote is kept.")
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
