package org.yiwang.casework;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yiwang.calendar.IsoDay;
import org.yiwang.page.Query;

/**
 * Which cases to list or count (筛选). Every figure on a board is a count of such a filter and opens
 * the same filter as a list; {@link #parameters()} writes it into an address and {@link #read}
 * reads it again.
 *
 * @param mine only what waits for the viewer's own roles
 * @param pace where it stands against its clock; null: does not matter
 * @param fields what must be so; a field left out does not matter
 * @param days in which days it was opened or closed, in the district's zone
 * @param words number, or words of text and address
 */
public record CaseFilter(
    boolean mine,
    @Nullable Pace pace,
    Map<Field, String> fields,
    Map<Days, LocalDate> days,
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

  /** A fact that can be asked for. */
  public enum Field {
    APPLICATION,
    LIFECYCLE,
    STEP,
    AREA,
    GRID,
    UNIT,
    GROUP,
    CATEGORY,
    /** The {@link Net} that its group belongs to. */
    NET,
    /** The case it belongs to; {@link #NONE} for those that belong to no other. */
    PARENT
  }

  /** As the parent: only cases that belong to no other, so that one matter counts once. */
  public static final String NONE = "none";

  /** A stretch of days. */
  public enum Days {
    OPENED_ON,
    CLOSED_ON,
    /** The first day of a stretch until now. */
    OPENED_SINCE,
    CLOSED_SINCE
  }

  public CaseFilter {
    fields = Collections.unmodifiableMap(copy(Field.class, fields));
    days = Collections.unmodifiableMap(copy(Days.class, days));
    words = words == null || words.isBlank() ? null : words.strip();
  }

  private static <K extends Enum<K>, V> Map<K, V> copy(Class<K> keys, Map<K, V> given) {
    Map<K, V> copy = new EnumMap<>(keys);
    copy.putAll(given);
    return copy;
  }

  public static CaseFilter all() {
    return new CaseFilter(false, null, Map.of(), Map.of(), null);
  }

  public CaseFilter mine(boolean only) {
    return new CaseFilter(only, pace, fields, days, words);
  }

  public CaseFilter pace(@Nullable Pace other) {
    return new CaseFilter(mine, other, fields, days, words);
  }

  public CaseFilter words(@Nullable String other) {
    return new CaseFilter(mine, pace, fields, days, other);
  }

  /**
   * @param value null or blank: the field does not matter any more
   */
  public CaseFilter with(Field field, @Nullable String value) {
    Map<Field, String> changed = copy(Field.class, fields);
    if (value == null || value.isBlank()) {
      changed.remove(field);
    } else {
      changed.put(field, value.strip());
    }
    return new CaseFilter(mine, pace, changed, days, words);
  }

  public CaseFilter with(Days stretch, LocalDate day) {
    Map<Days, LocalDate> changed = copy(Days.class, days);
    changed.put(stretch, day);
    return new CaseFilter(mine, pace, fields, changed, words);
  }

  public CaseFilter area(@Nullable String code) {
    return with(Field.AREA, code);
  }

  public CaseFilter grid(@Nullable String code) {
    return with(Field.GRID, code);
  }

  public CaseFilter group(@Nullable String id) {
    return with(Field.GROUP, id);
  }

  /** Only reports, only applications, only what is asked about files. */
  public CaseFilter net(Net net) {
    return with(Field.NET, net.word());
  }

  /** Without opinions asked of units: every matter once (不含子办件). */
  public CaseFilter whole() {
    return with(Field.PARENT, NONE);
  }

  public CaseFilter at(StepKey key) {
    return with(Field.APPLICATION, key.application())
        .with(Field.LIFECYCLE, key.lifecycle())
        .with(Field.STEP, key.step());
  }

  /** The step it is at; null unless the whole name of one is given. */
  @Nullable StepKey at() {
    String application = fields.get(Field.APPLICATION);
    String lifecycle = fields.get(Field.LIFECYCLE);
    String step = fields.get(Field.STEP);
    return application == null || lifecycle == null || step == null
        ? null
        : new StepKey(application, lifecycle, step);
  }

  public CaseFilter openedOn(LocalDate day) {
    return with(Days.OPENED_ON, day);
  }

  public CaseFilter closedOn(LocalDate day) {
    return with(Days.CLOSED_ON, day);
  }

  public CaseFilter openedSince(LocalDate day) {
    return with(Days.OPENED_SINCE, day);
  }

  public CaseFilter closedSince(LocalDate day) {
    return with(Days.CLOSED_SINCE, day);
  }

  /** As an address has it: {@code pace=due-today}, {@code opened-on=2026-11-22}. */
  public Map<String, String> parameters() {
    Map<String, String> parameters = new LinkedHashMap<>();
    if (mine) {
      parameters.put("mine", "true");
    }
    if (pace != null) {
      parameters.put("pace", kebab(pace));
    }
    fields.forEach((field, value) -> parameters.put(kebab(field), value));
    days.forEach((stretch, day) -> parameters.put(kebab(stretch), day.toString()));
    if (words != null) {
      parameters.put("words", words);
    }
    return parameters;
  }

  /**
   * The list of all cases that this fits: {@code /desk?pace=late&area=…}. A figure is counted with
   * a filter and opens this address, so both say the same number.
   */
  public String href() {
    Map<String, List<String>> values = new LinkedHashMap<>();
    parameters().forEach((name, value) -> values.put(name, List.of(value)));
    return new Query("/desk", values).href();
  }

  /**
   * Reads what {@link #parameters()} wrote. Whatever cannot be understood counts as not given, so
   * that an old bookmark still opens.
   */
  static CaseFilter read(Function<String, @Nullable String> parameter) {
    CaseFilter filter =
        all()
            .mine("true".equals(parameter.apply("mine")))
            .pace(pace(parameter.apply("pace")))
            .words(parameter.apply("words"));
    for (Field field : Field.values()) {
      filter = filter.with(field, parameter.apply(kebab(field)));
    }
    for (Days stretch : Days.values()) {
      LocalDate day = IsoDay.read(parameter.apply(kebab(stretch))).orElse(null);
      filter = day == null ? filter : filter.with(stretch, day);
    }
    return filter;
  }

  private static @Nullable Pace pace(@Nullable String written) {
    return Arrays.stream(Pace.values())
        .filter(known -> kebab(known).equals(written))
        .findFirst()
        .orElse(null);
  }

  static String kebab(Enum<?> name) {
    return name.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
