package org.yiwang.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Figures drawn (图表), always with what they show, their unit, where they come from, and a table of
 * the same.
 *
 * @param title says what it shows, as a sentence would: "近 30 天收到的诉求"
 * @param unit of the values, e.g. 件
 * @param source where the figures come from and of what time
 * @param labels one for each value along the axis
 * @param series one or several rows of values
 */
public record Chart(
    String title, String unit, String source, List<String> labels, List<Series> series) {

  /**
   * One row of values.
   *
   * @param hrefs for each value the list it was counted from; empty for none
   */
  public record Series(String name, Tone tone, List<Double> values, List<String> hrefs) {
    public static Series of(String name, Tone tone, List<Double> values) {
      return new Series(name, tone, values, List.of());
    }

    @Nullable String href(int index) {
      return hrefs.isEmpty() ? null : hrefs.get(index);
    }
  }

  public Chart {
    for (Series one : series) {
      if (one.values().size() != labels.size()) {
        throw new IllegalArgumentException(
            one.name() + ": " + one.values().size() + " values, " + labels.size() + " labels");
      }
    }
  }
}
