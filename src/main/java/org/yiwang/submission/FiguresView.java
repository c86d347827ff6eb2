package org.yiwang.submission;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.calendar.TimeLimit;
import org.yiwang.casework.CaseFilter;
import org.yiwang.identity.Permission;
import org.yiwang.identity.Unit;
import org.yiwang.identity.Units;
import org.yiwang.identity.Viewer;
import org.yiwang.matter.Matter;
import org.yiwang.matter.Matters;
import org.yiwang.page.Chart;
import org.yiwang.page.Choice;
import org.yiwang.page.Page;
import org.yiwang.page.Tone;
import org.yiwang.submission.HandlingStore.FormFigures;
import org.yiwang.submission.HandlingStore.MatterFigures;

/**
 * The figures of matters (办事数据) as they are drawn. Every number is counted from applications and
 * their cases when the page is asked for; where there are none, it says so.
 *
 * @param unit whose matters; null for all
 * @param matters that somebody has asked for
 * @param spared what each of these spared in questions, where it was counted
 * @param unasked that nobody has asked for yet
 * @param listed whether the reader may open what the figures were counted from
 * @param source what everything was counted from, and when
 */
record FiguresView(
    @Nullable String unit,
    List<Choice> units,
    List<Headline> headlines,
    List<MatterRow> matters,
    List<SparedRow> spared,
    List<MatterRow> unasked,
    List<FormRow> forms,
    @Nullable Chart chart,
    boolean listed,
    String source) {

  /** One large figure, and what it was counted from. */
  record Headline(String value, String label, String from, String href) {}

  /**
   * One matter: what is promised, and what was kept.
   *
   * @param list the cases that were counted; null for whoever would not see all of them there
   * @param grantedList those that were granted, and null as before
   * @param inTimeList those that were granted in time
   */
  record MatterRow(
      String name,
      String href,
      String unit,
      String legal,
      String promised,
      String less,
      boolean halved,
      String opened,
      @Nullable String list,
      String granted,
      @Nullable String grantedList,
      String inTime,
      @Nullable String inTimeList,
      String took) {}

  /**
   * One form: what was saved with it.
   *
   * @param list the applications that were counted; null for whoever may not see them all
   */
  record FormRow(
      String name,
      String href,
      @Nullable String list,
      String sent,
      String asked,
      String prefilled,
      String papers,
      String fetched) {}

  /** Counts and draws. */
  @Component
  static class Maker {
    private final HandlingStore store;
    private final Matters matters;
    private final WantedMaker wanted;
    private final Units units;
    private final DistrictTime time;

    Maker(
        HandlingStore store, Matters matters, WantedMaker wanted, Units units, DistrictTime time) {
      this.store = store;
      this.matters = matters;
      this.wanted = wanted;
      this.units = units;
      this.time = time;
    }

    FiguresView make(Page page, Viewer viewer, @Nullable String unit) {
      boolean listed = seesAll(viewer);
      List<Matter> chosen = chosen(unit);
      Map<String, MatterFigures> counted =
          store.listMatters().stream()
              .collect(Collectors.toMap(MatterFigures::matter, Function.identity()));
      List<FormFigures> forms = forms(chosen);
      return new FiguresView(
          unit,
          choices(page),
          new FigureHeadlines(page, chosen, counted, forms, listed ? new Counted.Whole(unit) : null)
              .all(),
          rows(page, chosen, counted, listed),
          SparedRow.list(page, this, chosen, store.listSpared()),
          unasked(page, chosen, counted),
          forms.stream().map(form -> row(page, form, listed)).toList(),
          chart(page, chosen, counted),
          listed,
          source(page));
    }

    List<Matter> chosen(@Nullable String unit) {
      return matters.listMatters().stream()
          .filter(matter -> unit == null || matter.unit().equals(unit))
          .toList();
    }

    List<FormFigures> forms(List<Matter> chosen) {
      return store.listForms().stream().filter(form -> ours(form, chosen)).toList();
    }

    /** A form counts where one of its matters is chosen, and is still in the catalogue. */
    private boolean ours(FormFigures form, List<Matter> chosen) {
      return known(form.target())
          && wanted.get(form.target()).matters().values().stream().anyMatch(chosen::contains);
    }

    private boolean known(Target target) {
      return target.kind() == Target.Kind.BUNDLE
          ? matters.findBundle(target.id()).isPresent()
          : matters.findMatter(target.id()).isPresent();
    }

    List<Choice> choices(Page page) {
      return matters.listMatters().stream()
          .map(Matter::unit)
          .distinct()
          .map(id -> Choice.of(id, name(page, id)))
          .toList();
    }

    String name(Page page, @Nullable String unit) {
      return unit == null
          ? page.t("未交办", "No unit yet")
          : units.findUnit(unit).map(Unit::name).map(page::t).orElse(unit);
    }

    String source(Page page) {
      return page.t("本站的申请和办件记录，", "applications and cases of this site, ")
          + page.dateTime(time.instant());
    }

    private List<MatterRow> rows(
        Page page, List<Matter> chosen, Map<String, MatterFigures> counted, boolean listed) {
      return chosen.stream()
          .filter(matter -> counted.containsKey(matter.id()))
          .map(matter -> row(page, matter, counted.get(matter.id()), listed ? list(matter) : null))
          .toList();
    }

    private List<MatterRow> unasked(
        Page page, List<Matter> chosen, Map<String, MatterFigures> counted) {
      return chosen.stream()
          .filter(matter -> !counted.containsKey(matter.id()))
          .map(matter -> row(page, matter, null, null))
          .toList();
    }

    /** Whoever sees less would find fewer cases in the list than the figure says. */
    static boolean seesAll(Viewer viewer) {
      return viewer.may(Permission.SEE_CASES) && viewer.reach().everything();
    }

    /** Checks of promises carry the matter too, but go another way. */
    private static String list(Matter matter) {
      return CaseFilter.all()
          .whole()
          .with(CaseFilter.Field.CATEGORY, matter.id())
          .with(CaseFilter.Field.LIFECYCLE, matter.lifecycle())
          .href();
    }

    private MatterRow row(
        Page page, Matter matter, @Nullable MatterFigures counted, @Nullable String list) {
      Cut cut = Cut.of(matter);
      return new MatterRow(
          page.t(matter.name()),
          "/matters/" + matter.id(),
          name(page, matter.unit()),
          page.t(matter.limits().legal().words()),
          page.t(matter.limits().promised().words()),
          cut == null ? page.t("单位不同，不比", "Not comparable") : page.percent(cut.share()),
          cut != null && cut.halved(),
          counted == null ? page.t("还没有", "None yet") : page.number(counted.opened()),
          list,
          counted == null ? "" : page.number(counted.granted()),
          list == null ? null : new Counted(Counted.Of.GRANTED, matter.id(), null).href(),
          counted == null || counted.granted() == 0
              ? ""
              : share(page, counted.inTime(), counted.granted()),
          list == null ? null : new Counted(Counted.Of.IN_TIME, matter.id(), null).href(),
          counted == null || counted.took() == null ? "" : took(page, counted.took()));
    }

    static String took(Page page, Duration took) {
      return took.toMinutes() < 1 ? page.t("当场", "On the spot") : page.span(took);
    }

    private FormRow row(Page page, FormFigures form, boolean listed) {
      return new FormRow(
          page.t(wanted.get(form.target()).name()),
          form.target().href(),
          listed ? new Counted(Counted.Of.SENT, form.target().toString(), null).href() : null,
          page.number(form.sent()),
          page.number(form.asked()),
          share(page, form.prefilled(), form.asked()),
          page.number(form.papers()),
          share(page, form.fetched(), form.papers()));
    }

    /** How long by law and as promised, for matters that somebody asked for. */
    private @Nullable Chart chart(
        Page page, List<Matter> chosen, Map<String, MatterFigures> counted) {
      List<Matter> comparable =
          chosen.stream()
              .filter(matter -> counted.containsKey(matter.id()) && Cut.of(matter) != null)
              .toList();
      if (comparable.isEmpty()) {
        return null;
      }
      return new Chart(
          page.t("有人申请过的事项：法定时限和承诺时限", "Matters asked for: time by law and as promised"),
          page.t("天（工作日或自然日，同一事项相同）", "days (working or calendar, alike in one matter)"),
          page.t("事项目录", "the catalogue"),
          comparable.stream().map(matter -> page.t(matter.name())).toList(),
          List.of(
              Chart.Series.of(
                  page.t("法定", "By law"), Tone.PLAIN, days(comparable, m -> m.limits().legal())),
              Chart.Series.of(
                  page.t("承诺", "Promised"),
                  Tone.DONE,
                  days(comparable, m -> m.limits().promised()))));
    }

    private static List<Double> days(List<Matter> matters, Function<Matter, TimeLimit> limit) {
      return matters.stream().map(matter -> (double) limit.apply(matter).amount()).toList();
    }

    static String share(Page page, long part, long whole) {
      return whole == 0 ? page.t("没有", "None") : page.percent((double) part / whole);
    }
  }

  /** By how much less than the law allows is promised (减时限). */
  record Cut(double share) {
    /** Null where the two are counted in different units and cannot be compared. */
    static @Nullable Cut of(Matter matter) {
      var legal = matter.limits().legal();
      var promised = matter.limits().promised();
      return legal.unit() == promised.unit()
          ? new Cut(1 - (double) promised.amount() / legal.amount())
          : null;
    }

    boolean halved() {
      return share >= 0.5;
    }
  }
}
