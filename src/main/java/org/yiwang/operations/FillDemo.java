package org.yiwang.operations;

import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.casework.CaseClock;
import org.yiwang.casework.CaseFigures;
import org.yiwang.casework.CasePhotos;
import org.yiwang.casework.Cases;
import org.yiwang.identity.Units;
import org.yiwang.place.Places;
import org.yiwang.request.Categories;

/**
 * Fills an empty district with invented cases (演示办件): the real engine, played through the last
 * weeks. One transaction: there are all of them or none, whatever interrupts it, and nobody sees
 * half a past.
 */
@Component
class FillDemo {
  private static final Logger log = LoggerFactory.getLogger(FillDemo.class);
  private static final long SEED = 20_261_122;

  private final Cases cases;
  private final CaseFigures figures;
  private final CasePhotos photos;
  private final CaseClock clock;
  private final Categories categories;
  private final Places places;
  private final Units units;
  private final DemoCasting casting;
  private final DemoWords words;
  private final DistrictTime time;
  private final JdbcClient sql;

  FillDemo(
      Cases cases,
      CaseFigures figures,
      CasePhotos photos,
      CaseClock clock,
      Categories categories,
      Places places,
      Units units,
      DemoCasting casting,
      DemoWords words,
      DistrictTime time,
      JdbcClient sql) {
    this.cases = cases;
    this.figures = figures;
    this.photos = photos;
    this.clock = clock;
    this.categories = categories;
    this.places = places;
    this.units = units;
    this.casting = casting;
    this.words = words;
    this.time = time;
    this.sql = sql;
  }

  /** Whether there is something to fill: a district with categories and without any case. */
  boolean needed() {
    return figures.countAll() == 0 && !categories.listCategories().isEmpty();
  }

  /**
   * Fills, unless there are cases already.
   *
   * @param many cases in the last 30 days, about
   * @return how many cases were made
   */
  @Transactional
  int fill(int many) {
    alone();
    if (!needed()) {
      return 0;
    }
    long begun = System.nanoTime();
    Instant now = time.instant();
    log.debug("Filling the demo: about {} invented cases of the last weeks", many);
    int made = run().run(now, many);
    log.info(
        "The demo has {} invented cases, made in {} ms",
        made,
        Duration.ofNanos(System.nanoTime() - begun).toMillis());
    return made;
  }

  /** Two instances starting together fill once: the second waits and then finds cases. */
  private void alone() {
    sql.sql("select pg_advisory_xact_lock(hashtext('demo ' || current_schema()))")
        .query((row, index) -> index)
        .list();
  }

  private DemoRun run() {
    var chance = new DemoChance(SEED);
    var tools =
        new DemoStage.Tools(
            cases,
            clock,
            time,
            new DemoRoutes(figures, units),
            casting.cast(),
            words,
            new DemoPace(time.zone(), chance),
            new DemoAlbum(photos, words, chance),
            chance);
    var spots = new DemoSpots(places, words.language(), chance);
    return new DemoRun(new DemoStage(tools), categories.listCategories(), spots);
  }
}
