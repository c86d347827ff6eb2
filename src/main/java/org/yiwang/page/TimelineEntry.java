package org.yiwang.page;

import gg.jte.Content;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of what happened (经过), newest first by convention.
 *
 * @param title what happened, e.g. 立案
 * @param by who did it; null when nobody in particular
 * @param when already written for the reader
 * @param note more in a sentence
 * @param photos taken with it
 * @param more anything else; null for nothing
 * @param tone {@code SOON} for what comes next, {@code LATE} for what went wrong
 */
public record TimelineEntry(
    String title,
    @Nullable String by,
    String when,
    @Nullable String note,
    List<Photo> photos,
    @Nullable Content more,
    Tone tone) {

  public static TimelineEntry of(String title, @Nullable String by, String when) {
    return new TimelineEntry(title, by, when, null, List.of(), null, Tone.PLAIN);
  }

  /** What is waited for. */
  public static TimelineEntry next(String title, String when) {
    return new TimelineEntry(title, null, when, null, List.of(), null, Tone.SOON);
  }

  public TimelineEntry noting(String words) {
    return new TimelineEntry(title, by, when, words, photos, more, tone);
  }

  public TimelineEntry showing(List<Photo> taken) {
    return new TimelineEntry(title, by, when, note, taken, more, tone);
  }
}
