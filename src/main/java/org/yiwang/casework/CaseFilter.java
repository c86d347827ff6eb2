package org.yiwang.casework;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which cases to list or count (筛选); null or false means it does not matter. Every figure on a
 * board is a count of such a filter and opens the same filter as a list.
 *
 * @param mine only what waits for the viewer's own roles
 * @param pace where it stands against its clock
 * @param step id of the step
 * @param openedOn the day it was opened, in the district's zone
 * @param closedOn the day it was closed
 * @param openedSince the first day of a stretch until now in which it was opened
 * @param closedSince the first day of a stretch until now in which it was closed
 * @param words number, or words of text and address
 */
public record CaseFilter(
    boolean mine,
    @Nullable Pace pace,
    @Nullable String lifecycle,
    @Nullable String step,
    @Nullable String area,
    @Nullable String grid,
    @Nullable String unit,
    @Nullable String group,
    @Nullable String category,
    @Nullable LocalDate openedOn,
    @Nullable LocalDate closedOn,
    @Nullable LocalDate openedSince,
    @Nullable LocalDate closedSince,
    @Nullable String words) {

  /** Where a case stands against its clock. */
  public enum Pace {
    /** Somebody inside has to act. */
    OPEN,
    /** Open, and its present step is due later today. */
    DUE_TODAY,
    /** Open, and its present step is overdue. */
    LATE,
    /** Escalated in its present step. */
    ESCALATED,
    /** Counted as closed. */
    CLOSED,
    /** Closed, and that was within the time its category allows. */
    CLOSED_ON_TIME,
    /** Closed, and that was after the time its category allows. */
    CLOSED_LATE
  }

  public static CaseFilter all() {
    return new CaseFilter(
        false, null, null, null, null, null, null, null, null, null, null, null, null, null);
  }

  public CaseFilter mine(boolean only) {
    return new CaseFilter(
        only,
        pace,
        lifecycle,
        step,
        area,
        grid,
        unit,
        group,
        category,
        openedOn,
        closedOn,
        openedSince,
        closedSince,
        words);
  }

  public CaseFilter pace(@Nullable Pace other) {
    return new CaseFilter(
        mine,
        other,
        lifecycle,
        step,
        area,
        grid,
        unit,
        group,
        category,
        openedOn,
        closedOn,
        openedSince,
        closedSince,
        words);
  }

  public CaseFilter lifecycle(@Nullable String other) {
    return new CaseFilter(
        mine,
        pace,
        other,
        step,
        area,
        grid,
        unit,
        group,
        category,
        openedOn,
        closedOn,
        openedSince,
        closedSince,
        words);
  }

  public CaseFilter step(@Nullable String other) {
    return new CaseFilter(
        mine,
        pace,
        lifecycle,
        other,
        area,
        grid,
        unit,
        group,
        category,
        openedOn,
        closedOn,
        openedSince,
        closedSince,
        words);
  }

  public CaseFilter area(@Nullable String other) {
    return new CaseFilter(
        mine,
        pace,
        lifecycle,
        step,
        other,
        grid,
        unit,
        group,
        category,
        openedOn,
        closedOn,
        openedSince,
        closedSince,
        words);
  }

  public CaseFilter grid(@Nullable String other) {
    return new CaseFilter(
        mine,
        pace,
        lifecycle,
        step,
        area,
        other,
        unit,
        group,
        category,
        openedOn,
        closedOn,
        openedSince,
        closedSince,
        words);
  }

  public CaseFilter unit(@Nullable String other) {
    return new CaseFilter(
        mine,
        pace,
        lifecycle,
        step,
        area,
        grid,
        other,
        group,
        category,
        openedOn,
        closedOn,
        openedSince,
        closedSince,
        words);
  }

  public CaseFilter group(@Nullable String other) {
    return new CaseFilter(
        mine,
        pace,
        lifecycle,
        step,
        area,
        grid,
        unit,
        other,
        category,
        openedOn,
        closedOn,
        openedSince,
        closedSince,
        words);
  }

  public CaseFilter category(@Nullable String other) {
    return new CaseFilter(
        mine,
        pace,
        lifecycle,
        step,
        area,
        grid,
        unit,
        group,
        other,
        openedOn,
        closedOn,
        openedSince,
        closedSince,
        words);
  }

  public CaseFilter openedOn(@Nullable LocalDate day) {
    return new CaseFilter(
        mine,
        pace,
        lifecycle,
        step,
        area,
        grid,
        unit,
        group,
        category,
        day,
        closedOn,
        openedSince,
        closedSince,
        words);
  }

  public CaseFilter closedOn(@Nullable LocalDate day) {
    return new CaseFilter(
        mine,
        pace,
        lifecycle,
        step,
        area,
        grid,
        unit,
        group,
        category,
        openedOn,
        day,
        openedSince,
        closedSince,
        words);
  }

  public CaseFilter openedSince(@Nullable LocalDate day) {
    return new CaseFilter(
        mine,
        pace,
        lifecycle,
        step,
        area,
        grid,
        unit,
        group,
        category,
        openedOn,
        closedOn,
        day,
        closedSince,
        words);
  }

  public CaseFilter closedSince(@Nullable LocalDate day) {
    return new CaseFilter(
        mine,
        pace,
        lifecycle,
        step,
        area,
        grid,
        unit,
        group,
        category,
        openedOn,
        closedOn,
        openedSince,
        day,
        words);
  }
}
