package org.yiwang.operations;

import java.time.Instant;
import org.springframework.stereotype.Component;
import org.yiwang.casework.Case;
import org.yiwang.casework.DueTag;
import org.yiwang.casework.DueWords;
import org.yiwang.identity.Unit;
import org.yiwang.identity.Units;
import org.yiwang.page.Page;
import org.yiwang.place.Area;
import org.yiwang.place.Places;

/** Puts urgent cases into the two lines that a wall has room for. */
@Component
class Exceptions {
  private final Places places;
  private final Units units;
  private final DueWords dueWords;

  Exceptions(Places places, Units units, DueWords dueWords) {
    this.places = places;
    this.units = units;
    this.dueWords = dueWords;
  }

  WallView.Line line(Page page, Case of, Instant now) {
    String area = of.where().area() == null ? "" : of.where().area();
    String unit = of.unit() == null ? "" : of.unit();
    DueTag due = dueWords.tag(page, of, now);
    return new WallView.Line(
        of.number(),
        page.t(of.about().title()),
        places.findArea(area).map(Area::name).map(page::t).orElse(area),
        units.findUnit(unit).map(Unit::name).map(page::t).orElse(unit),
        due.words(),
        due.tone());
  }
}
