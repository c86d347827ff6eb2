package org.yiwang.request;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.context.request.NativeWebRequest;
import org.yiwang.page.MethodArgument;

/** Lets a controller method take the {@link Drafting}. */
@Configuration(proxyBeanMethods = false)
class DraftArgument extends MethodArgument<Drafting> {
  private final DraftStore store;

  DraftArgument(DraftStore store) {
    super(Drafting.class);
    this.store = store;
  }

  @Override
  protected Drafting from(NativeWebRequest request) {
    return new Drafting(
        store,
        Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)),
        Objects.requireNonNull(request.getNativeResponse(HttpServletResponse.class)));
  }
}
