package org.yiwang.submission;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.yiwang.identity.Viewers;
import org.yiwang.page.MethodArgument;

/**
 * Lets a controller method take the {@link Hand}: by a code only where {@link FollowGate} let it
 * through, under an address of its own; anywhere else whoever has signed in.
 */
@Configuration(proxyBeanMethods = false)
class HandArgument extends MethodArgument<Hand> {
  private final Viewers viewers;

  HandArgument(Viewers viewers) {
    super(Hand.class);
    this.viewers = viewers;
  }

  @Override
  protected Hand from(NativeWebRequest request) {
    return request.getAttribute(FollowGate.OPENED, RequestAttributes.SCOPE_REQUEST)
            instanceof OpenByCode.Held code
        ? Hand.byCode(code)
        : Hand.of(viewers.current());
  }
}
