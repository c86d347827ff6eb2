package org.yiwang.submission;

import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import org.yiwang.pack.Text;

/**
 * What a figure of matters was counted from (逐件清单): a figure is the number of rows of such a list,
 * and opens it.
 *
 * @param of which rows
 * @param only id of a matter, or a form as a target says it; null for all of the unit
 * @param unit whose matters; null for all
 */
record Counted(Of of, @Nullable String only, @Nullable String unit) {
  static final String PATH = "/matters/figures/list";

  /** Which cases, or which applications. */
  enum Of {
    OPENED(Text.of("立案的", "Cases opened")),
    GRANTED(Text.of("办好的", "Cases granted")),
    IN_TIME(Text.of("按承诺时限办好的", "Cases granted in the promised time")),
    NO_VISIT(Text.of("不用跑的", "Cases without a visit")),
    SENT(Text.of("网上申请", "Applications online"));

    private final Text words;

    Of(Text words) {
      this.words = words;
    }

    Text words() {
      return words;
    }

    /** In an address. */
    String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static @Nullable Of of(String word) {
      return Stream.of(values()).filter(one -> one.word().equals(word)).findFirst().orElse(null);
    }
  }

  /**
   * The lists of everything that is shown.
   *
   * @param unit whose matters; null for all
   */
  record Whole(@Nullable String unit) {
    String href(Of of) {
      return new Counted(of, null, unit).href();
    }
  }

  String href() {
    UriComponentsBuilder href = UriComponentsBuilder.fromPath(PATH).queryParam("of", of.word());
    if (only != null) {
      href.queryParam("only", only);
    }
    if (unit != null) {
      href.queryParam("unit", unit);
    }
    return href.encode().build().toUriString();
  }
}
