package org.yiwang.page;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Finds the method that answers an address. The usual way asks every one of some hundred mappings,
 * a tenth of the time of a program's requests; here those that share the first part of their path
 * stand in a drawer of their own, and only that one is searched. A drawer is made when first
 * opened.
 */
class MappingsByPlace extends RequestMappingHandlerMapping {
  private final Map<String, List<Mapped>> byFirst = new HashMap<>();
  private final Map<String, Drawer> drawers = new ConcurrentHashMap<>();

  /** One whose first part varies may answer any address: then there are no drawers. */
  private boolean anywhere;

  private record Mapped(RequestMappingInfo mapping, Object handler, Method method) {}

  @Override
  protected void registerHandlerMethod(Object handler, Method method, RequestMappingInfo mapping) {
    super.registerHandlerMethod(handler, method, mapping);
    Mapped mapped = new Mapped(mapping, handler, method);
    mapping.getPatternValues().stream()
        .map(MappingsByPlace::first)
        .distinct()
        .forEach(first -> byFirst.computeIfAbsent(first, f -> new ArrayList<>()).add(mapped));
    anywhere |= mapping.getPatternValues().stream().anyMatch(p -> first(p).matches(".*[{*?].*"));
  }

  /** The first part of a path: {@code cases} of {@code /cases/7}. */
  private static String first(String path) {
    int start = path.startsWith("/") ? 1 : 0;
    int end = path.indexOf('/', start);
    return path.substring(start, end < 0 ? path.length() : end);
  }

  @Override
  protected @Nullable HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request)
      throws Exception {
    String first = first(path);
    boolean plain = path.indexOf('%') < 0 && path.indexOf(';') < 0; // patterns undo these
    return plain && !anywhere && byFirst.containsKey(first)
        ? drawers.computeIfAbsent(first, this::filled).lookupHandlerMethod(path, request)
        : super.lookupHandlerMethod(path, request);
  }

  private Drawer filled(String first) {
    Drawer drawer = new Drawer();
    drawer.setApplicationContext(obtainApplicationContext());
    byFirst
        .getOrDefault(first, List.of())
        .forEach(m -> drawer.registerHandlerMethod(m.handler(), m.method(), m.mapping()));
    return drawer;
  }

  /** Mappings that share the first part of their path. */
  private static final class Drawer extends RequestMappingHandlerMapping {
    /** Asked of the mapping that holds all. */
    @Override
    protected @Nullable CorsConfiguration initCorsConfiguration(
        Object handler, Method method, RequestMappingInfo mapping) {
      return null;
    }

    @Override
    protected void registerHandlerMethod(
        Object handler, Method method, RequestMappingInfo mapping) {
      super.registerHandlerMethod(handler, method, mapping);
    }

    @Override
    protected @Nullable HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request)
        throws Exception {
      return super.lookupHandlerMethod(path, request);
    }
  }
}
