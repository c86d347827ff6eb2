package org.yiwang.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The style guide shows every component, whole, in every language and mode. */
class StyleguideTests {
  private static final Path TEMPLATES = Path.of("src/main/jte/page");

  private static String drawn(String language, String mode) {
    return Asking.get("/styleguide", "Cookie", "yiwang-lang=" + language + "; yiwang-mode=" + mode)
        .body();
  }

  @ParameterizedTest
  @CsvSource({"zh, normal", "zh, elder", "zh, wall", "en, normal", "en, elder", "en, wall"})
  void everyPartHasWhatItNeeds(String language, String mode) {
    String html = drawn(language, mode);
    assertThat(html).contains("data-mode=\"" + mode + "\"", "class=\"skip\"", "role=\"alert\"");
    assertThat(html)
        .contains("name=\"_csrf\"", "enctype=\"multipart/form-data\"")
        .contains(
            "aria-describedby=\"f-wrong-phone-hint f-wrong-phone-fault\""
                .replace("f-wrong-phone-hint ", ""))
        .contains("href=\"#f-wrong-phone\"", "aria-invalid=\"true\"")
        .contains("aria-current=\"step\"", "aria-sort=\"none\"", "data-label=", "<caption")
        .contains("class=\"tag late\"", "<progress", "data-live=\"late\"", "data-map=\"pick\"");
  }

  @ParameterizedTest
  @CsvSource({"zh, 0", "en, 1"})
  void noWordsOfTheOtherLanguageSlipIn(String language, int english) {
    String words =
        drawn(language, "normal")
            .replaceAll("(?s)<script.*?</script>|<[^>]*lang=\"[^\"]*\"[^>]*>[^<]*<", "<")
            .replaceAll("<[^>]+>", " ");
    if (english == 1) {
      assertThat(words).doesNotContainPattern("\\p{IsHan}");
    } else {
      assertThat(words).doesNotContainPattern("[a-z]{4,} [a-z]{3,} [a-z]{3,}");
    }
  }

  @Test
  void everyIdIsUniqueAndEveryReferenceLeadsSomewhere() {
    String html = drawn("zh", "normal");
    List<String> ids = all(html, " id=\"([^\"]+)\"");
    assertThat(ids).doesNotHaveDuplicates();
    for (String reference : all(html, " (?:for|aria-describedby|aria-labelledby)=\"([^\"]+)\"")) {
      assertThat(ids).contains(reference.split(" "));
    }
  }

  @Test
  void nothingIsInlineSoThatTheStrictPolicyHolds() {
    String html = drawn("zh", "normal");
    assertThat(html).doesNotContainPattern(" style=\"").doesNotContainPattern(" on[a-z]+=\"");
    assertThat(html).doesNotContainPattern("<script(?![^>]* src=)");
    assertThat(Asking.get("/styleguide").headers().firstValue("Content-Security-Policy"))
        .hasValueSatisfying(p -> assertThat(p).contains("script-src 'self';", "style-src 'self';"));
  }

  @Test
  void everyComponentIsShownAndDescribed() throws IOException {
    Set<String> components;
    try (Stream<Path> files = Files.list(TEMPLATES)) {
      components =
          files
              .map(f -> f.getFileName().toString().replace(".jte", ""))
              .collect(Collectors.toCollection(TreeSet::new));
    }
    String shown = "";
    try (Stream<Path> files = Files.list(TEMPLATES)) {
      for (Path file : files.toList()) {
        shown += Files.readString(file);
      }
    }
    Set<String> used = new TreeSet<>(all(shown, "@template\\.page\\.(\\w+)\\("));
    Set<String> pages = Set.of("about", "accessibility", "fault", "styleguide");
    components.removeAll(pages);
    assertThat(used).containsAll(components);
    String described = Files.readString(Path.of("src/main/java/org/yiwang/page/package.md"));
    for (String component : components) {
      boolean inner =
          component.matches(
                  "guide.+|chart.+|field.+|header.*|footer|themeName|columnHead|mapPin|options")
              && !component.equals("fieldset");
      assertThat(inner || described.contains("`" + component + "`"))
          .as(component + " in package.md")
          .isTrue();
    }
  }

  private static List<String> all(String text, String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    return matcher.results().map(r -> r.group(1)).toList();
  }
}
