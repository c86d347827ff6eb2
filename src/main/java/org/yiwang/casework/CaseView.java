package org.yiwang.casework;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.calendar.WorkingCalendar;
import org.yiwang.identity.Viewer;
import org.yiwang.page.BaseMap;
import org.yiwang.page.Choice;
import org.yiwang.page.Link;
import org.yiwang.page.Marker;
import org.yiwang.page.Page;
import org.yiwang.page.Photo;
import org.yiwang.page.StepMark;
import org.yiwang.page.TimelineEntry;
import org.yiwang.party.Contact;
import org.yiwang.party.Contacts;
import org.yiwang.place.Maps;

/** An officer's case page as it is drawn, in the reader's words. */
record CaseView(
    Case of,
    String title,
    DueTag due,
    List<StepMark> steps,
    String workingStatus,
    String address,
    String grid,
    String unit,
    String limit,
    List<String> because,
    List<Photo> photos,
    List<TimelineEntry> timeline,
    List<Offer> offers,
    List<Choice> units,
    @Nullable String proposedUnit,
    @Nullable CaseMap map,
    @Nullable Contact contact,
    List<OpinionView> opinions,
    @Nullable Link parent) {

  /** Where the case is, drawn; null when nobody knows or the district has no map. */
  record CaseMap(BaseMap base, List<Marker> markers, List<String> layers) {}

  /** The same page with the reporter's contact in full. */
  CaseView revealing(Contact full) {
    return new CaseView(
        of,
        title,
        due,
        steps,
        workingStatus,
        address,
        grid,
        unit,
        limit,
        because,
        photos,
        timeline,
        offers,
        units,
        proposedUnit,
        map,
        full,
        opinions,
        parent);
  }

  /** Units that may be asked for an opinion: bureaus, centres and street offices, not companies. */
  List<Choice> askable() {
    return units;
  }

  /** The action that the sticky bar shows; null when nothing is this person's to do. */
  @Nullable Offer primary() {
    return offers.stream().filter(Offer::primary).findFirst().orElse(null);
  }

  /** Draws case pages. */
  @Component
  static class Maker {
    /** Shown above and below the case. */
    private static final double METRES = 900;

    private final Cases cases;
    private final Lifecycles lifecycles;
    private final CasePhotos photos;
    private final TimelineWords timeline;
    private final DueWords dueWords;
    private final CaseNames names;
    private final WorkingCalendar calendar;
    private final DistrictTime time;
    private final Maps maps;
    private final Contacts contacts;
    private final OpinionView.Maker opinions;

    Maker(
        Cases cases,
        Lifecycles lifecycles,
        CasePhotos photos,
        TimelineWords timeline,
        DueWords dueWords,
        CaseNames names,
        WorkingCalendar calendar,
        DistrictTime time,
        Maps maps,
        Contacts contacts,
        OpinionView.Maker opinions) {
      this.cases = cases;
      this.lifecycles = lifecycles;
      this.photos = photos;
      this.timeline = timeline;
      this.dueWords = dueWords;
      this.names = names;
      this.calendar = calendar;
      this.time = time;
      this.maps = maps;
      this.contacts = contacts;
      this.opinions = opinions;
    }

    /**
     * @param named whether the page calls whoever applied by their full name
     */
    CaseView make(Page page, Case of, Mover mover, boolean named) {
      Instant now = time.instant();
      CaseWay way = cases.way(of);
      Map<UUID, Photo> pictures = pictures(page, of);
      return new CaseView(
          of,
          page.t(of.about().title()),
          dueWords.tag(page, of, now),
          way.drawn(page),
          page.t(way.workingStatus()),
          names.address(page, of),
          names.grid(page, of),
          names.unit(page, of.unit()),
          page.t(of.limit().words()),
          because(page, of),
          List.copyOf(pictures.values()),
          timeline.of(
              page,
              of,
              new TimelineWords.Beside(pictures, named ? of.origin().reporterAccount() : null)),
          cases.offers(of, mover),
          names.unitsToChoose(page, of),
          of.proposedUnit(),
          map(page, of),
          of.origin().reporter() == null ? null : contacts.masked(of.origin().reporter()),
          opinions.list(page, of, mover.viewer()),
          parent(of, mover.viewer()));
    }

    /** The case that asks; its number only for whoever may not open it. */
    private @Nullable Link parent(Case of, Viewer viewer) {
      Case.Parent parent = of.parent();
      return parent == null
          ? null
          : Link.of(
              parent.number(),
              cases.find(parent.number(), viewer).isPresent() ? "/cases/" + parent.number() : "");
    }

    private @Nullable CaseMap map(Page page, Case of) {
      Double lon = of.where().lon();
      Double lat = of.where().lat();
      if (lon == null || lat == null || !maps.any()) {
        return null;
      }
      String label = page.t(of.about().title());
      return new CaseMap(
          maps.around(lon, lat, METRES, page.language()),
          List.of(Marker.of(lon, lat, label)),
          maps.layers());
    }

    /** Why the present step is due when it is: counted again from its beginning. */
    private List<String> because(Page page, Case of) {
      LifecycleDefinition.Step step = lifecycles.stepOf(of);
      if (step.within() == null || step.within().limit() == null) {
        return of.clocks().due() == null || step.within() == null
            ? List.of()
            : List.of(page.t("整件事的时限：", "Limit of the whole case: ") + page.t(of.limit().words()));
      }
      return calendar.due(of.clocks().stepSince(), step.within().limit()).because().stream()
          .map(page::t)
          .toList();
    }

    private Map<UUID, Photo> pictures(Page page, Case of) {
      return Stream.concat(photosOfParent(of), photos.list(of).stream())
          .collect(
              Collectors.toMap(
                  CasePhoto::id,
                  photo -> picture(page, of, photo),
                  (a, b) -> a,
                  java.util.LinkedHashMap::new));
    }

    /** An opinion is given on the same facts. */
    private Stream<CasePhoto> photosOfParent(Case of) {
      return of.parent() == null
          ? Stream.empty()
          : cases.find(of.parent().number()).map(photos::list).stream().flatMap(List::stream);
    }

    private static Photo picture(Page page, Case of, CasePhoto photo) {
      String href = "/cases/%s/photos/%s".formatted(of.number(), photo.id());
      String when = page.dateTime(photo.taken() == null ? photo.at() : photo.taken());
      return new Photo(
          href,
          href + "?small=true",
          page.t("照片，", "Photo of ") + page.t(of.about().title()) + ", " + when,
          when);
    }
  }
}
