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
    return ofSpring(name) || !templates.has(name) ? null : new JteView(templates, name);
  }

  /** {@code redirect:/cases/1}: looking for a class of that name would cost more than the page. */
  private static boolean ofSpring(String name) {
    return name.indexOf(':') >= 0;
  }

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE;
  }
}
