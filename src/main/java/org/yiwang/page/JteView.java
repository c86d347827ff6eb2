package org.yiwang.page;

import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.View;

/**
 * One template as a Spring view: drawn whole before the first byte leaves, so that a fault is a
 * 500.
 */
record JteView(Templates templates, String template) implements View {
  static final String HTML = "text/html;charset=UTF-8";

  @Override
  public String getContentType() {
    return HTML;
  }

  @Override
  public void render(
      @Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Map<String, Object> values = model == null ? Map.of() : new HashMap<>(model);
    Utf8ByteOutput out = templates.draw(template, values);
    response.setContentType(HTML);
    if (values.get("page") instanceof Page page) {
      response.setLocale(page.language().locale());
    }
    response.setContentLength(out.getContentLength());
    out.writeTo(response.getOutputStream());
  }
}
