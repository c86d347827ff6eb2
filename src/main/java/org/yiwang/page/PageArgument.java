package org.yiwang.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.springframework.web.context.request.NativeWebRequest;

/** Hands controllers their {@link Page}. */
final class PageArgument extends MethodArgument<Page> {
  private final PageMaker maker;

  PageArgument(PageMaker maker) {
    super(Page.class);
    this.maker = maker;
  }

  @Override
  protected Page from(NativeWebRequest request) {
    return maker.make(Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)));
  }
}
