package org.yiwang.submission;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiwang.casework.PublicLine;
import org.yiwang.page.Page;
import org.yiwang.page.TimelineEntry;
import org.yiwang.page.Tone;

/** Lines of a case's history as they are drawn for whoever applied (公开经过). */
final class PublicTimeline {
  private PublicTimeline() {}

  static TimelineEntry entry(Page page, PublicLine line) {
    return new TimelineEntry(
        page.t(line.publicStatus()),
        null,
        page.dateTime(line.at()),
        words(page, line),
        List.of(),
        null,
        Tone.PLAIN);
  }

  static @Nullable String words(Page page, PublicLine line) {
    return sentences(page, line).stream()
        .reduce((told, next) -> told + between(page, told) + next)
        .orElse(null);
  }

  /** A reason that somebody chose or typed often has no full stop. */
  private static String between(Page page, String told) {
    boolean ended = told.matches("(?s).*[。！？.!?]\\s*");
    return ended ? page.t("", " ") : page.t("；", "; ");
  }

  /** What was told, why, and in whose own words: each a sentence of its own. */
  static List<String> sentences(Page page, PublicLine line) {
    List<String> words = new ArrayList<>();
    if (line.says() != null) {
      words.add(page.t(line.says()));
    }
    if (line.because() != null) {
      words.add(page.t(line.because()));
    }
    if (line.note() != null) {
      words.add(line.note());
    }
    return words;
  }
}
