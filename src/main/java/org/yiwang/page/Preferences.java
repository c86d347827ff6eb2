package org.yiwang.page;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yiwang.pack.Language;

/** How one reader wants pages: asked for in the address, else kept in a cookie, else guessed. */
record Preferences(Language language, Mode mode, Theme theme) {
  static final String LANG = "lang";
  static final String MODE = "mode";
  static final String THEME = "theme";
  static final List<String> NAMES = List.of(LANG, MODE, THEME);

  static Preferences of(HttpServletRequest request, List<Language> spoken) {
    return new Preferences(
        chosen(request, LANG)
            .flatMap(Preferences::language)
            .orElseGet(() -> guess(request, spoken)),
        chosen(request, MODE).flatMap(Preferences::mode).orElse(Mode.NORMAL),
        chosen(request, THEME).flatMap(Preferences::theme).orElse(Theme.AUTO));
  }

  /** Whether the value is one that the named preference knows. */
  static boolean isKnown(String name, @Nullable String value) {
    if (value == null) {
      return false;
    }
    return switch (name) {
      case LANG -> language(value).isPresent();
      case MODE -> mode(value).isPresent();
      case THEME -> theme(value).isPresent();
      default -> false;
    };
  }

  static String cookieName(String name) {
    return "yiwang-" + name;
  }

  private static Optional<String> chosen(HttpServletRequest request, String name) {
    String asked = parameter(request, name);
    return isKnown(name, asked) ? Optional.ofNullable(asked) : cookie(request, cookieName(name));
  }

  /** Only from the address: reading the body here would take uploads away from their controller. */
  private static @Nullable String parameter(HttpServletRequest request, String name) {
    return Query.parse(request.getRequestURI(), request.getQueryString()).first(name);
  }

  private static Optional<String> cookie(HttpServletRequest request, String name) {
    Cookie[] cookies = request.getCookies();
    return cookies == null
        ? Optional.empty()
        : Stream.of(cookies)
            .filter(c -> c.getName().equals(name))
            .map(Cookie::getValue)
            .findFirst();
  }

  private static Optional<Language> language(String word) {
    return Stream.of(Language.values())
        .filter(l -> l.locale().getLanguage().equalsIgnoreCase(word))
        .findFirst();
  }

  private static Optional<Mode> mode(String word) {
    return Stream.of(Mode.values()).filter(m -> m.word().equals(word)).findFirst();
  }

  private static Optional<Theme> theme(String word) {
    return Stream.of(Theme.values()).filter(t -> t.word().equals(word)).findFirst();
  }

  private static Language guess(HttpServletRequest request, List<Language> spoken) {
    Language first = spoken.isEmpty() ? Language.ZH : spoken.getFirst();
    String header = request.getHeader("Accept-Language");
    if (header == null || header.isBlank()) {
      return first;
    }
    try {
      return Locale.LanguageRange.parse(header).stream()
          .filter(range -> range.getWeight() > 0)
          .flatMap(range -> spoken.stream().filter(l -> speaks(l, range.getRange())))
          .findFirst()
          .orElse(first);
    } catch (IllegalArgumentException unreadable) {
      return first;
    }
  }

  private static boolean speaks(Language language, String range) {
    String code = language.locale().getLanguage();
    return range.equals(code) || range.startsWith(code + "-");
  }
}
