package org.yiwang.page;

import gg.jte.TemplateEngine;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/** Finds {@code request/report} as {@code src/main/jte/request/report.jte}. */
record JteViewResolver(TemplateEngine engine) implements ViewResolver, Ordered {

  @Override
  public @Nullable View resolveViewName(String name, Locale locale) {
    String template = name + ".jte";
    return engine.hasTemplate(template) ? new JteView(engine, template) : null;
  }

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE;
  }
}
