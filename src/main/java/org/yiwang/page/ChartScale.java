package org.yiwang.page;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Where the values of a chart stand: heights in pixels, widths in percent, so that it fits any page
 * without its words being scaled.
 */
record ChartScale(Chart chart, double top, double step) {
  static final int HEIGHT = 180;

  static ChartScale of(Chart chart) {
    double most =
        chart.series().stream()
            .flatMap(s -> s.values().stream())
            .mapToDouble(v -> v)
            .max()
            .orElse(0);
    double step = niceStep(Math.max(most, 1) / 4);
    return new ChartScale(chart, Math.ceil(Math.max(most, 1) / step) * step, step);
  }

  /** 1, 2 or 5 times a power of ten; never below one, since mostly things are counted. */
  private static double niceStep(double rough) {
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    double lead = rough / power;
    double nice = lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10;
    return Math.max(1, nice * power);
  }

  List<Double> ticks() {
    return IntStream.rangeClosed(0, (int) Math.round(top / step)).mapToObj(i -> i * step).toList();
  }

  String y(double value) {
    return number(HEIGHT - height(value));
  }

  double height(double value) {
    return HEIGHT * value / top;
  }

  String tall(double value) {
    return number(height(value));
  }

  /** Middle of a label's share of the width. */
  String x(int index) {
    return percent((index + 0.5) / chart.labels().size());
  }

  /** Left edge of one bar among those of the same label. */
  String barX(int index, int series) {
    double share = 1.0 / chart.labels().size();
    return percent(index * share + share * (0.15 + 0.7 * series / chart.series().size()));
  }

  String barWidth() {
    return percent(0.66 / chart.labels().size() / chart.series().size());
  }

  /** Share of the largest value, for lying bars. */
  String wide(double value) {
    double most =
        chart.series().stream()
            .flatMap(s -> s.values().stream())
            .mapToDouble(v -> v)
            .max()
            .orElse(0);
    return percent(most == 0 ? 0 : value / most);
  }

  /** At most five labels are written, so that they never overlap on a phone. */
  boolean labelled(int index) {
    int count = chart.labels().size();
    int every = Math.max(1, (count + 4) / 5);
    return (count - 1 - index) % every == 0;
  }

  static String words(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%,d", (long) value)
        : String.format(Locale.ROOT, "%,.1f", value);
  }

  private static String percent(double share) {
    return number(share * 100) + "%";
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
