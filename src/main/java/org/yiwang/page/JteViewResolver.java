package org.yiwang.page;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/** Finds {@code request/report} as {@code src/main/jte/request/report.jte}. */
record JteViewResolver(Templates templates) implements ViewResolver, Ordered {

  @Override
  public @Nullable View resolveViewName(String name, Locale locale) {
    return templates.has(name) ? new JteView(templates, name) : null;
  }

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE;
  }
}
