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

  /** Each as {@code GET /pattern}; other tests bring pages of their own, which are left out. */
  Set<String> all() {
    return patterns(handler -> true).stream().collect(Collectors.toCollection(TreeSet::new));
  }

  /** The patterns of what is read as a page. */
  Set<String> pages() {
    return patterns(handler -> handler.getReturnType().getParameterType() == ModelAndView.class)
        .stream()
        .filter(address -> address.startsWith("GET "))
        .map(address -> address.substring(4))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Collection<String> patterns(Predicate<HandlerMethod> which) {
    return mapping.getHandlerMethods().entrySet().stream()
        .filter(handler -> RolesAndAddressesTests.isOfTheProgram(handler.getValue().getBeanType()))
        .filter(handler -> which.test(handler.getValue()))
        .map(Map.Entry::getKey)
        .flatMap(
            info ->
                methods(info).stream()
                    .flatMap(method -> info.getPatternValues().stream().map(p -> method + " " + p)))
        .toList();
  }

  private static List<String> methods(RequestMappingInfo info) {
    return RolesAndAddressesTests.methods(info);
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
