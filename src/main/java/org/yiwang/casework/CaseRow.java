package org.yiwang.casework;

import java.time.Instant;
import org.springframework.stereotype.Component;
import org.yiwang.identity.Units;
import org.yiwang.page.Page;
import org.yiwang.place.Area;
import org.yiwang.place.Places;

/**
 * A case as one row of a list, in the reader's words.
 *
 * @param report whether it was reported in the street: such a case may be taken along on a phone
 */
record CaseRow(
    String number,
    String href,
    String title,
    String text,
    String area,
    String address,
    String step,
    String unit,
    String opened,
    DueTag due,
    boolean report) {

  /** Draws rows. */
  @Component
  static class Maker {
    private final Lifecycles lifecycles;
    private final Places places;
    private final Units units;
    private final DueWords dueWords;
    private final NamedCategories categories;

    Maker(
        Lifecycles lifecycles,
        Places places,
        Units units,
        DueWords dueWords,
        NamedCategories categories) {
      this.categories = categories;
      this.lifecycles = lifecycles;
      this.places = places;
      this.units = units;
      this.dueWords = dueWords;
    }

    CaseRow make(Page page, Case of, Instant now) {
      return new CaseRow(
          of.number(),
          "/cases/" + of.number(),
          page.t(of.about().title()),
          text(of.about()),
          area(page, of),
          page.t(places.inWords(of.where().address())),
          page.t(lifecycles.stepOf(of).name()),
          unit(page, of),
          page.dateTime(of.clocks().opened()),
          dueWords.tag(page, of, now),
          categories.listGroups(Net.REPORTS).contains(of.about().group()));
    }

    private String area(Page page, Case of) {
      String area = of.where().area();
      return area == null ? "" : places.findArea(area).map(Area::name).map(page::t).orElse(area);
    }

    private String unit(Page page, Case of) {
      return of.unit() == null
          ? ""
          : units.findUnit(of.unit()).map(unit -> page.t(unit.name())).orElse(of.unit());
    }

    /** Nothing where it would say the title once more, in one language. */
    private static String text(Case.About about) {
      return about.description().equals(about.title().zh()) ? "" : shortened(about.description());
    }

    private static String shortened(String text) {
      return text.length() <= 60 ? text : text.substring(0, 58) + "…";
    }
  }
}
