package org.yiwang.page;

import java.util.List;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.MultipartAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.yiwang.pack.District;
import org.yiwang.pack.Text;

/**
 * The page module by itself: no database, no accounts, a toy district. Not annotated as a
 * configuration, so that tests of the whole program do not pick it up.
 */
@ComponentScan(basePackageClasses = Page.class)
@ImportAutoConfiguration({
  PropertyPlaceholderAutoConfiguration.class,
  TomcatServletWebServerAutoConfiguration.class,
  DispatcherServletAutoConfiguration.class,
  WebMvcAutoConfiguration.class,
  ValidationAutoConfiguration.class,
  ErrorMvcAutoConfiguration.class,
  HttpEncodingAutoConfiguration.class,
  HttpMessageConvertersAutoConfiguration.class,
  JacksonAutoConfiguration.class,
  MultipartAutoConfiguration.class
})
class PagesAlone {
  private static final class Running {
    static final ConfigurableApplicationContext CONTEXT = start(0);
  }

  /** Starts it by hand, to look at the style guide: port as argument. */
  public static void main(String[] args) {
    start(Integer.parseInt(args[0]));
  }

  /** Address of the one running in this JVM, without a slash at the end. */
  static String address() {
    return "http://127.0.0.1:" + Running.CONTEXT.getEnvironment().getProperty("local.server.port");
  }

  private static ConfigurableApplicationContext start(int port) {
    return new SpringApplicationBuilder(PagesAlone.class)
        .profiles("pages-alone")
        .run(
            "--server.port=" + port,
            "--yiwang.demo=true",
            "--spring.servlet.multipart.max-file-size=1MB",
            "--spring.servlet.multipart.max-request-size=2MB");
  }

  @Bean
  District district() {
    return ToyDistrict.withName("玩具区", "Toy District");
  }

  @Bean
  NavigationPart navigationPart() {
    return request ->
        List.of(
            new NavLink(Text.of("首页", "Home"), "/", 0),
            new NavLink(Text.of("反映问题", "Report"), "/report", 10),
            new NavLink(Text.of("组件", "Components"), "/styleguide", 90));
  }
}
