package org.yiwang.page;

import java.io.IOException;
import java.io.Writer;
import org.apache.catalina.Valve;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Configuration;

/**
 * Answers what is not even a request (看不懂的请求): an address with forbidden characters, headers too
 * long, an unknown way of sending. Nothing is known of who asks, so both languages are written.
 */
final class PlainFaults extends ErrorReportValve {

  @Override
  protected void report(Request request, Response response, @Nullable Throwable thrown) {
    int http = response.getStatus();
    if (http < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
      return;
    }
    try {
      response.setContentType("text/html");
      response.setCharacterEncoding("utf-8");
      Writer writer = response.getReporter();
      if (writer != null) {
        writer.write(html(http));
        response.finishResponse();
      }
    } catch (IOException | IllegalStateException gone) {
      // nobody is there to read it
    }
  }

  /** Nothing of what was asked is written, so nothing needs escaping. */
  private static String html(int http) {
    int told = http > 500 && http != 503 ? 405 : http;
    Refusal refusal = Faults.byNumber(told);
    return """
        <!doctype html>
        <html lang="zh-CN"><head><meta charset="utf-8"><title>%1$d</title></head>
        <body><h1>%1$d</h1><p>%2$s%3$s</p><p lang="en">%4$s %5$s</p>
        <p><a href="/">首页 <span lang="en">Home</span></a></p></body></html>
        """
        .formatted(
            http,
            refusal.says().zh(),
            refusal.next().zh(),
            refusal.says().en(),
            refusal.next().en());
  }

  /** Puts it nearest to what answers, so that it is asked before the container's own. */
  @Configuration(proxyBeanMethods = false)
  static class Placed implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    @Override
    public void customize(TomcatServletWebServerFactory factory) {
      Valve valve = new PlainFaults();
      factory.addContextCustomizers(context -> context.getParent().getPipeline().addValve(valve));
    }
  }
}
