package org.yiwang.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The colours keep the contrast that WCAG 2.2 AA asks for, in light and in dark. */
class TokenTests {
  private static final Pattern TOKEN = Pattern.compile("--([a-z0-9-]+): *(#[0-9a-f]{3,6})");

  private static String block(String selector) {
    try {
      String css = Files.readString(Path.of("src/main/resources/static/css/tokens.css"));
      int from = css.indexOf(selector);
      assertThat(from).as(selector).isNotNegative();
      return css.substring(css.indexOf('{', from) + 1, css.indexOf('}', from));
    } catch (IOException absent) {
      throw new IllegalStateException(absent);
    }
  }

  private static Map<String, String> colours(String selector) {
    Map<String, String> colours = new HashMap<>();
    Matcher matcher = TOKEN.matcher(block(selector));
    while (matcher.find()) {
      colours.put(matcher.group(1), matcher.group(2));
    }
    return colours;
  }

  @ParameterizedTest
  @ValueSource(strings = {":root", "[data-theme=dark]"})
  void wordsCanBeReadOnEveryGround(String selector) {
    Map<String, String> of = colours(selector);
    for (String ink :
        new String[] {"ink", "ink-2", "ink-3", "river", "brick", "amber", "leaf", "sky"}) {
      for (String ground : new String[] {"paper", "surface"}) {
        assertContrast(of, ink, ground, 4.5);
      }
    }
    for (String tone : new String[] {"river", "brick", "amber", "leaf", "sky"}) {
      assertContrast(of, tone, tone + "-tint", 4.5);
      assertContrast(of, "ink-2", tone + "-tint", 4.5);
    }
    assertContrast(of, "on-river", "river", 4.5);
    assertContrast(of, "surface", "brick", 4.5);
    assertContrast(of, "ink-2", "line-2", 4.5);
  }

  @ParameterizedTest
  @ValueSource(strings = {":root", "[data-theme=dark]"})
  void edgesAndTheFocusCanBeSeen(String selector) {
    Map<String, String> of = colours(selector);
    for (String ground : new String[] {"paper", "surface"}) {
      assertContrast(of, "edge", ground, 3);
      assertContrast(of, "focus", ground, 3);
    }
  }

  @Test
  void darkByChoiceAndDarkByDeviceAreTheSame() {
    assertThat(block("[data-theme=auto]").replaceAll("\\s+", " "))
        .isEqualTo(block("[data-theme=dark]").replaceAll("\\s+", " "));
  }

  private static void assertContrast(
      Map<String, String> of, String ink, String ground, double least) {
    double one = luminance(of.getOrDefault(ink, "absent"));
    double other = luminance(of.getOrDefault(ground, "absent"));
    double contrast = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    assertThat(contrast).as(ink + " on " + ground).isGreaterThanOrEqualTo(least);
  }

  private static double luminance(String hex) {
    String full = hex.length() == 4 ? hex.replaceAll("([0-9a-f])", "$1$1") : hex;
    int rgb = Integer.parseInt(full.substring(1), 16);
    return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
  }

  private static double linear(int channel) {
    double share = (channel & 0xff) / 255.0;
    return share <= 0.03928 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }
}
