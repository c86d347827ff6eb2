package org.yiwang.identity;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.context.request.NativeWebRequest;
import org.yiwang.page.MethodArgument;

/** Lets a controller method take the {@link Viewer}. */
@Configuration(proxyBeanMethods = false)
class ViewerArgument extends MethodArgument<Viewer> {
  private final Viewers viewers;

  ViewerArgument(Viewers viewers) {
    super(Viewer.class);
    this.viewers = viewers;
  }

  @Override
  protected Viewer from(NativeWebRequest request) {
    return viewers.current();
  }
}
