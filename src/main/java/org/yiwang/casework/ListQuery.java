package org.yiwang.casework;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;
import org.yiwang.casework.CaseFilter.Pace;

/**
 * A list's address: filter, order and page as parameters. Whatever cannot be understood counts as
 * not given, so that an old bookmark still opens.
 */
record ListQuery(
    @Nullable Boolean mine,
    @Nullable String pace,
    @Nullable String lifecycle,
    @Nullable String step,
    @Nullable String area,
    @Nullable String grid,
    @Nullable String unit,
    @Nullable String group,
    @Nullable String category,
    @BindParam("opened-on") @Nullable String openedOn,
    @BindParam("closed-on") @Nullable String closedOn,
    @BindParam("opened-since") @Nullable String openedSince,
    @BindParam("closed-since") @Nullable String closedSince,
    @Nullable String words,
    @Nullable String sort,
    @Nullable String page,
    @Nullable String size) {

  /** What a desk opens with: the viewer's own queue, most urgent first. */
  static ListQuery ownQueue() {
    return new ListQuery(
        true, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
        null, null);
  }

  CaseFilter filter() {
    return new CaseFilter(
        Boolean.TRUE.equals(mine),
        paceOf(),
        lifecycle,
        step,
        area,
        grid,
        unit,
        group,
        category,
        day(openedOn),
        day(closedOn),
        day(openedSince),
        day(closedSince),
        words);
  }

  Sorting sorting() {
    String column = sort == null ? "due" : sort;
    boolean descending = column.startsWith("-");
    String name = descending ? column.substring(1) : column;
    Sorting.By by = Sorting.By.DUE;
    for (Sorting.By known : Sorting.By.values()) {
      if (known.name().equalsIgnoreCase(name)) {
        by = known;
      }
    }
    return new Sorting(by, descending, number(page, 1), number(size, 25));
  }

  private @Nullable Pace paceOf() {
    if (pace == null) {
      return null;
    }
    String wanted = pace.toUpperCase(Locale.ROOT).replace('-', '_');
    for (Pace known : Pace.values()) {
      if (known.name().equals(wanted)) {
        return known;
      }
    }
    return null;
  }

  private static @Nullable LocalDate day(@Nullable String iso) {
    try {
      return iso == null || iso.isBlank() ? null : LocalDate.parse(iso.strip());
    } catch (DateTimeParseException notADay) {
      return null;
    }
  }

  private static int number(@Nullable String digits, int otherwise) {
    return digits != null && digits.matches("\\d{1,6}") ? Integer.parseInt(digits) : otherwise;
  }
}
