package org.yiwang.operations;

import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.yiwang.casework.Case;
import org.yiwang.identity.Unit;
import org.yiwang.identity.Units;
import org.yiwang.page.Page;
import org.yiwang.page.Tone;
import org.yiwang.place.Area;
import org.yiwang.place.Places;

/** Puts urgent cases into the two lines that a wall has room for. */
@Component
class Exceptions {
  /** Less than this left, and a case is due soon. */
  private static final Duration SOON = Duration.ofHours(1);

  private final Places places;
  private final Units units;

  Exceptions(Places places, Units units) {
    this.places = places;
    this.units = units;
  }

  WallView.Line line(Page page, Case of, Instant now) {
    String area = of.where().area() == null ? "" : of.where().area();
    String unit = of.unit() == null ? "" : of.unit();
    return new WallView.Line(
        of.number(),
        page.t(of.about().title()),
        places.findArea(area).map(Area::name).map(page::t).orElse(area),
        units.findUnit(unit).map(Unit::name).map(page::t).orElse(unit),
        due(page, of, now),
        tone(of, now));
  }

  private static String due(Page page, Case of, Instant now) {
    Instant due = of.clocks().stepDue();
    if (due == null) {
      return page.t("无时限", "No limit");
    }
    String span = page.span(Duration.between(now, due));
    return due.isBefore(now)
        ? page.t("超时 " + span, span + " late")
        : page.t("剩 " + span, span + " left");
  }

  private static Tone tone(Case of, Instant now) {
    Instant due = of.clocks().stepDue();
    if (of.late(now)) {
      return Tone.LATE;
    }
    return due != null && due.isBefore(now.plus(SOON)) ? Tone.SOON : Tone.RUN;
  }
}
