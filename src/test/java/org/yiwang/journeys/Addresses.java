package org.yiwang.journeys;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/** Which addresses the program answers at, as it knows itself. */
final class Addresses {
  private final RequestMappingHandlerMapping mapping;

  Addresses(RequestMappingHandlerMapping mapping) {
    this.mapping = mapping;
  }

  /** Each as {@code GET /pattern}. */
  Set<String> all() {
    return new TreeSet<>(patterns(handler -> true));
  }

  /** The patterns that answer to a method. */
  Set<String> of(String method) {
    return of(method, handler -> true);
  }

  /** The patterns of what is read as a page. */
  Set<String> pages() {
    return of("GET", handler -> handler.getReturnType().getParameterType() == ModelAndView.class);
  }

  private Set<String> of(String method, Predicate<HandlerMethod> which) {
    return patterns(which).stream()
        .filter(address -> address.startsWith(method + " "))
        .map(address -> address.substring(method.length() + 1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Collection<String> patterns(Predicate<HandlerMethod> which) {
    return mapping.getHandlerMethods().entrySet().stream()
        .filter(handler -> isOfTheProgram(handler.getValue().getBeanType()))
        .filter(handler -> which.test(handler.getValue()))
        .map(Map.Entry::getKey)
        .flatMap(
            info ->
                methods(info).stream()
                    .flatMap(method -> info.getPatternValues().stream().map(p -> method + " " + p)))
        .toList();
  }

  /** Other tests bring pages of their own, which are left out. */
  private static boolean isOfTheProgram(Class<?> controller) {
    return !controller
        .getProtectionDomain()
        .getCodeSource()
        .getLocation()
        .getPath()
        .contains("test-classes");
  }

  private static List<String> methods(RequestMappingInfo info) {
    Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
    return methods.isEmpty() ? List.of("GET") : methods.stream().map(Enum::name).toList();
  }

  /** The pattern that answers a path, of those that fit the most specific; empty if none does. */
  String patternOf(String method, String path) {
    PathContainer asked = PathContainer.parsePath(path.replaceFirst("\\?.*", ""));
    return mapping.getHandlerMethods().keySet().stream()
        .filter(info -> methods(info).contains(method) && info.getPathPatternsCondition() != null)
        .flatMap(info -> info.getPathPatternsCondition().getPatterns().stream())
        .filter(pattern -> pattern.matches(asked))
        .min(Comparator.comparing((PathPattern p) -> p, PathPattern.SPECIFICITY_COMPARATOR))
        .map(PathPattern::getPatternString)
        .orElse("");
  }
}
