package org.yiwang.operations;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yiwang.identity.Account;
import org.yiwang.request.Category;

/** Plans the demo's last weeks and plays them. */
final class DemoRun {
  /** More than the 30 days that are shown, so that the first of them begins with open cases. */
  private static final int DAYS = 34;

  private static final Duration TICK = Duration.ofHours(1);
  private static final int REPEATED_SPOTS = 5;
  private static final List<Double> STANDING_HOURS = List.of(3.6, 4.5, 5.2, 6.4, 9.0, 26.0);

  private final DemoStage stage;
  private final DemoStage.Tools tools;
  private final List<Category> categories;
  private final DemoSpots spots;
  private final Map<String, Double> slowness = new HashMap<>();

  DemoRun(DemoStage stage, List<Category> categories, DemoSpots spots) {
    this.stage = stage;
    this.tools = stage.tools();
    this.categories = categories;
    this.spots = spots;
  }

  /**
   * Plans and plays everything up to now.
   *
   * @param many cases in the last 30 days, about
   * @return how many cases were opened
   */
  int run(Instant now, int many) {
    LocalDate today = LocalDate.ofInstant(now, tools.time().zone());
    for (int back = DAYS; back >= 0; back--) {
      LocalDate day = today.minusDays(back);
      boolean rest =
          day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
      tools.pace().reports(day, many / 30.0 * (rest ? 0.75 : 1.1)).forEach(this::free);
    }
    repeated(today);
    everyStep(now);
    standing(now);
    Instant first = today.minusDays(DAYS).atStartOfDay(tools.time().zone()).toInstant();
    for (Instant tick = first; tick.isBefore(now); tick = tick.plus(TICK)) {
      stage.plan(tick, stage::tick);
    }
    stage.plan(now, stage::tick);
    stage.playUntil(now);
    return stage.countOpened();
  }

  private void free(Instant opens) {
    Category category = tools.chance().weighed(categories, tools.words()::weight);
    begin(opens, category, spots.next(), null);
  }

  private void begin(
      Instant opens, Category category, DemoSpots.Spot spot, @Nullable String stopAt) {
    Account resident =
        tools.cast().residents().isEmpty() || !tools.chance().in(0.05)
            ? null
            : tools.chance().of(tools.cast().residents());
    String channel = resident == null ? tools.chance().of(DemoPlan.CHANNELS) : "web";
    boolean late = tools.chance().in(0.025 * slowness(spot.where().area()));
    new DemoWalk(stage, new DemoPlan(opens, category, spot, channel, resident, stopAt, late))
        .begin();
  }

  /** Streets differ: some keep their times nearly always, some less often. */
  private double slowness(@Nullable String area) {
    return slowness.computeIfAbsent(String.valueOf(area), a -> tools.chance().between(0.15, 1.9));
  }

  /** A few places where the same comes back again and again. */
  private void repeated(LocalDate today) {
    for (int i = 0; i < REPEATED_SPOTS; i++) {
      DemoSpots.Spot spot = spots.next();
      if (!spot.where().onMap()) {
        return;
      }
      Category category = tools.chance().weighed(categories, tools.words()::weight);
      for (int time = 0; time < 3 + i % 3; time++) {
        LocalDate day = today.minusDays(1 + tools.chance().upTo(28));
        Instant opens =
            day.atTime(8 + tools.chance().upTo(11), tools.chance().upTo(60))
                .atZone(tools.time().zone())
                .toInstant();
        begin(opens, category, spots.near(spot, 20), null);
      }
    }
  }

  /** At least one case stands in every step that people can bring a case to. */
  private void everyStep(Instant now) {
    for (Category category : oneOfEachLifecycle()) {
      for (String step : tools.routes().steps(category)) {
        Category chosen = tools.chance().weighed(sharing(category), tools.words()::weight);
        double hours =
            tools.routes().waits(category, step)
                ? tools.chance().between(2.8, 4.5)
                : tools.chance().between(30, 150);
        begin(ago(now, hours), chosen, spots.next(), step);
      }
    }
  }

  /** Categories on the same lifecycle. */
  private List<Category> sharing(Category category) {
    return categories.stream()
        .filter(c -> c.lifecycle().equals(category.lifecycle()))
        .filter(c -> c.application().equals(category.application()))
        .toList();
  }

  private static Instant ago(Instant now, double hours) {
    return now.minusSeconds((long) (hours * 3600));
  }

  private List<Category> oneOfEachLifecycle() {
    Map<String, Category> each = new LinkedHashMap<>();
    categories.forEach(c -> each.putIfAbsent(c.application() + "/" + c.lifecycle(), c));
    return new ArrayList<>(each.values());
  }

  /** Some stay where they are although their time is short, and so are late by now. */
  private void standing(Instant now) {
    List<Category> usual =
        oneOfEachLifecycle().stream()
            .map(this::sharing)
            .max(Comparator.comparingInt(List::size))
            .orElse(categories);
    List<Category> quick =
        usual.stream()
            .filter(c -> tools.words().weight(c) > 3)
            .sorted(Comparator.comparing(DemoRun::hours))
            .limit(12)
            .toList();
    for (double hours : STANDING_HOURS) {
      Category category = tools.chance().of(quick.isEmpty() ? usual : quick);
      List<String> inside = tools.routes().handling(category);
      String step = inside.get(tools.chance().upTo(inside.size()));
      begin(ago(now, hours), category, spots.next(), step);
    }
  }

  private static double hours(Category category) {
    double amount = category.limit().amount();
    return switch (category.limit().unit()) {
      case MINUTES -> amount / 60;
      case URGENT_HOURS -> amount;
      case WORKING_HOURS -> amount * 3;
      case WORKING_DAYS, CALENDAR_DAYS -> amount * 24;
    };
  }
}
