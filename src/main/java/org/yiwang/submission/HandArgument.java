package org.yiwang.submission;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.yiwang.identity.Viewers;

/**
 * Lets a controller method take the {@link Hand}: by a code only where {@link FollowGate} let it
 * through, under an address of its own; anywhere else whoever has signed in.
 */
@Configuration(proxyBeanMethods = false)
class HandArgument implements WebMvcConfigurer, HandlerMethodArgumentResolver {
  private final Viewers viewers;

  HandArgument(Viewers viewers) {
    this.viewers = viewers;
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(this);
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Hand.class;
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    return request.getAttribute(FollowGate.OPENED, RequestAttributes.SCOPE_REQUEST)
            instanceof OpenByCode.Held code
        ? Hand.byCode(code)
        : Hand.of(viewers.current());
  }
}
