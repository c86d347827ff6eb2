package org.yiwang.operations;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.yiwang.casework.CaseFilter;
import org.yiwang.casework.CaseFilter.Pace;
import org.yiwang.casework.Turnaround;
import org.yiwang.page.Link;
import org.yiwang.page.Page;
import org.yiwang.page.Tone;

/** Puts counts into words and figures; each with the address of the list it was counted from. */
final class BoardFigures {
  /** Share of cases closed on time that is wanted (按时办结率目标). */
  static final double WANTED_ON_TIME = 0.95;

  private final Page page;
  private final BoardCounts counts;
  private final CaseFilter within;

  BoardFigures(Page page, BoardCounts counts, CaseFilter within) {
    this.page = page;
    this.counts = counts;
    this.within = within;
  }

  /** What is out of bounds now, in one sentence. */
  String says() {
    long late = counts.now().late();
    long escalated = counts.now().escalated();
    if (late == 0 && escalated == 0) {
      return page.t("没有超时的办件", "Nothing is late");
    }
    return page.t(
        "%d 件超时，%d 件已升级".formatted(late, escalated),
        "%d late, %d escalated".formatted(late, escalated));
  }

  Tone tone() {
    return counts.now().late() + counts.now().escalated() == 0 ? Tone.DONE : Tone.LATE;
  }

  List<BoardFigure> all() {
    return List.of(
        late(), escalated(), dueToday(), open(), openedToday(), closedToday(), onTime(), hours());
  }

  /** Only the whole of what a viewer sees is counted again while a page is open. */
  private boolean live() {
    return within.equals(CaseFilter.all().whole());
  }

  private BoardFigure late() {
    return counted(page.t("超时", "Late"), counts.now().late(), Pace.LATE, Tone.LATE);
  }

  private BoardFigure escalated() {
    return counted(page.t("已升级", "Escalated"), counts.now().escalated(), Pace.ESCALATED, Tone.LATE);
  }

  private BoardFigure dueToday() {
    return counted(page.t("今天到期", "Due today"), counts.now().dueToday(), Pace.DUE_TODAY, Tone.SOON);
  }

  private BoardFigure open() {
    return counted(page.t("在办", "Open"), counts.now().open(), Pace.OPEN, Tone.PLAIN);
  }

  private BoardFigure counted(String label, long count, Pace pace, Tone tone) {
    boolean bounded = tone == Tone.LATE;
    return new BoardFigure(
        pace.name().toLowerCase(Locale.ROOT).replace('_', '-'),
        label,
        page.number(count),
        within.pace(pace).href(),
        "",
        bounded ? page.t("目标 0", "Target 0") : "",
        count == 0 && bounded ? Tone.DONE : count == 0 ? Tone.PLAIN : tone,
        live());
  }

  private BoardFigure openedToday() {
    long month = counts.opened().values().stream().mapToLong(n -> n).sum();
    return new BoardFigure(
        "opened-today",
        page.t("今天上报", "Reported today"),
        page.number(counts.now().openedToday()),
        within.openedOn(counts.today()).href(),
        daily(month),
        "",
        Tone.PLAIN,
        live());
  }

  private BoardFigure closedToday() {
    return new BoardFigure(
        "closed-today",
        page.t("今天结案", "Closed today"),
        page.number(counts.now().closedToday()),
        within.closedOn(counts.today()).href(),
        daily(counts.month().closed()),
        "",
        Tone.PLAIN,
        live());
  }

  /** What was closed longer ago is on record too: old cases that were taken over above all. */
  Link closedInAll() {
    return Link.of(page.number(counts.now().closed()), within.pace(Pace.CLOSED).href());
  }

  private String daily(long month) {
    String usual = page.number(Math.round(month / (double) BoardCounts.DAYS));
    return page.t("30 天日均 " + usual, "30-day average " + usual + " a day");
  }

  /** Opens what was closed too late: the part of the share that asks for an answer. */
  private BoardFigure onTime() {
    Turnaround month = counts.month();
    Double share = month.onTimeShare();
    String late = page.number(month.late());
    String limited = page.number(month.limited());
    Tone tone = share == null || share >= WANTED_ON_TIME ? Tone.DONE : Tone.SOON;
    return new BoardFigure(
        "on-time",
        page.t("30 天按时办结", "Closed on time, 30 days"),
        share == null ? "–" : page.percent(share) + direction(share, counts.week().onTimeShare()),
        within.pace(Pace.CLOSED_LATE).closedSince(counts.since()).href(),
        page.t(
            "计时的 " + limited + " 件中 " + late + " 件超时结案",
            late + " closed late of " + limited + " with a limit"),
        page.t("目标 ≥ ", "Target ≥ ") + page.percent(WANTED_ON_TIME),
        share == null ? Tone.PLAIN : tone,
        false);
  }

  private BoardFigure hours() {
    Turnaround month = counts.month();
    Duration mean = month.mean();
    String closed = page.number(month.closed());
    String half = month.median() == null ? "" : page.span(month.median());
    return new BoardFigure(
        "time-to-close",
        page.t("30 天平均办结用时", "Average time to close, 30 days"),
        mean == null ? "–" : page.span(mean),
        within.pace(Pace.CLOSED).closedSince(counts.since()).href(),
        page.t(closed + " 件，半数不超过 " + half, closed + " closed, half within " + half),
        "",
        Tone.PLAIN,
        false);
  }

  /** The last seven days against the last thirty. */
  private static String direction(double month, @Nullable Double week) {
    if (week == null || Math.abs(week - month) < 0.002) {
      return "";
    }
    return week > month ? " ↑" : " ↓";
  }
}
