package org.yiwang.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Lets controller methods take a value of one type, made from the request (控制器参数). A bean that says
 * how is all that a module adds.
 */
public abstract class MethodArgument<T> implements WebMvcConfigurer, HandlerMethodArgumentResolver {
  private final Class<T> type;

  protected MethodArgument(Class<T> type) {
    this.type = type;
  }

  /** Makes it for this request. */
  protected abstract T from(NativeWebRequest request);

  @Override
  public final void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(this);
  }

  @Override
  public final boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == type;
  }

  @Override
  public final T resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    return from(request);
  }
}
