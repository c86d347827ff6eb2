package org.yiwang.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.servlet.resource.PathResourceResolver;

/** Puts pages together: templates, static files, the {@link Page} argument. */
@Configuration(proxyBeanMethods = false)
class PageConfiguration {
  static final String PACKAGE = "org.yiwang";

  @Bean
  Assets assets(@Value("${yiwang.dev:false}") boolean dev) {
    return dev ? Assets.edited() : Assets.hashed();
  }

  /** Compiled with the program; with {@code yiwang.dev} from the source tree as they change. */
  @Bean
  Templates templates(@Value("${yiwang.dev:false}") boolean dev) {
    return dev
        ? new EditedTemplates()
        : new Templates.Compiled(
            TemplateEngine.createPrecompiled(
                null, ContentType.Html, PageConfiguration.class.getClassLoader(), PACKAGE));
  }

  @Bean
  JteViewResolver jteViewResolver(Templates templates) {
    return new JteViewResolver(templates);
  }

  @Bean
  FilterRegistrationBean<PageFilter> pageFilter() {
    FilterRegistrationBean<PageFilter> first = new FilterRegistrationBean<>(new PageFilter());
    first.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return first;
  }

  @Bean
  FilterRegistrationBean<WholeAnswers> wholeAnswers() {
    FilterRegistrationBean<WholeAnswers> last = new FilterRegistrationBean<>(new WholeAnswers());
    last.addUrlPatterns("/api/*");
    return last;
  }

  @Bean
  WebMvcRegistrations mappingsByPlace() {
    return new WebMvcRegistrations() {
      @Override
      public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
        return new MappingsByPlace();
      }
    };
  }

  @Bean
  WebMvcConfigurer pageMvc(PageMaker maker, @Value("${yiwang.dev:false}") boolean dev) {
    return new WebMvcConfigurer() {
      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new PageArgument(maker));
      }

      @Override
      public void addResourceHandlers(ResourceHandlerRegistry registry) {
        serveFiles(registry, dev);
      }
    };
  }

  private static void serveFiles(ResourceHandlerRegistry registry, boolean dev) {
    CacheControl kept = CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
    registry
        .addResourceHandler(Assets.PREFIX + "**")
        .addResourceLocations(dev ? "file:src/main/resources/static/" : "classpath:/static/")
        .setCacheControl(dev ? CacheControl.noStore() : kept)
        .resourceChain(false)
        .addResolver(new AnyVersion());
    registry
        .addResourceHandler("/webjars/**")
        .addResourceLocations("classpath:/META-INF/resources/webjars/")
        .setCacheControl(kept);
  }

  /** Leaves out the version: a page drawn before an upgrade finds its files after it. */
  private static final class AnyVersion extends PathResourceResolver {
    @Override
    protected @Nullable Resource getResource(String path, Resource location) throws IOException {
      return super.getResource(path.substring(path.indexOf('/') + 1), location);
    }
  }
}
