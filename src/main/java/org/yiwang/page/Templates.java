package org.yiwang.page;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.util.Map;

/** Where pages are drawn from. */
interface Templates {
  /** Whether there is one of this name, e.g. {@code request/report}. */
  boolean has(String template);

  Utf8ByteOutput draw(String template, Map<String, Object> model);

  /** Those that were compiled with the program. */
  record Compiled(TemplateEngine engine) implements Templates {
    @Override
    public boolean has(String template) {
      return engine.hasTemplate(template + ".jte");
    }

    @Override
    public Utf8ByteOutput draw(String template, Map<String, Object> model) {
      Utf8ByteOutput out = new Utf8ByteOutput();
      engine.render(template + ".jte", model, out);
      return out;
    }
  }
}
