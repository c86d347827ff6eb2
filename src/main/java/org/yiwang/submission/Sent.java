package org.yiwang.submission;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;
import org.yiwang.page.MethodArgument;

/**
 * A form that was sent, with its files if it has any. What a page with questions adds of its own
 * has a hyphen in its name, which no name of a question has.
 */
record Sent(HttpServletRequest form) {

  @Nullable String value(String name) {
    return form.getParameter(name);
  }

  /** Of the case that was on the screen; 0, which no case has, if it is no number. */
  int version() {
    String typed = value("case-version");
    return typed != null && typed.matches("[0-9]{1,9}") ? Integer.parseInt(typed) : 0;
  }

  /** The file of that name; null if none was chosen. */
  @Nullable MultipartFile file(String name) {
    var files = WebUtils.getNativeRequest(form, MultipartHttpServletRequest.class);
    MultipartFile file = files == null ? null : files.getFile(name);
    return file == null || file.isEmpty() ? null : file;
  }

  /** Lets a controller method take it. */
  @Configuration(proxyBeanMethods = false)
  static class Argument extends MethodArgument<Sent> {
    Argument() {
      super(Sent.class);
    }

    @Override
    protected Sent from(NativeWebRequest request) {
      return new Sent(Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)));
    }
  }
}
