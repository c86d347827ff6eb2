package org.yiwang.request;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.pack.District;
import org.yiwang.pack.Language;

/** The language of whoever reports (反映人语言): as they say, else the district's first. */
@Component
class ReporterLanguage {
  private final List<Language> known;

  ReporterLanguage(District district) {
    this.known = district.definition().languages();
  }

  Language first() {
    return known.getFirst();
  }

  /** The language of a tag such as {@code en} or {@code zh-CN}, if the district speaks it. */
  Language of(@Nullable String tag) {
    String said = tag == null ? "" : tag.strip();
    return Optional.of(said)
        .filter(words -> !words.isEmpty())
        .flatMap(words -> known.stream().filter(language -> speaks(language, words)).findFirst())
        .orElse(first());
  }

  private static boolean speaks(Language language, String tag) {
    return tag.equalsIgnoreCase(language.name())
        || tag.toLowerCase(java.util.Locale.ROOT)
            .startsWith(language.name().toLowerCase(java.util.Locale.ROOT) + "-");
  }
}
