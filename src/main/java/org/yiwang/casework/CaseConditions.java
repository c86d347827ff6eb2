package org.yiwang.casework;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.casework.CaseFilter.Pace;
import org.yiwang.identity.Viewer;

/** Turns a filter and a viewer into the condition of a query. */
@Component
class CaseConditions {
  private final Queues queues;
  private final DistrictTime time;

  /** Those above that tell them ask for cases themselves. */
  private final ObjectProvider<NamedCategories> categories;

  CaseConditions(Queues queues, DistrictTime time, ObjectProvider<NamedCategories> categories) {
    this.categories = categories;
    this.queues = queues;
    this.time = time;
  }

  /** What a viewer may be handed next. */
  String next(Viewer viewer, Map<String, Object> parameters) {
    return where(CaseFilter.all(), viewer, parameters) + " and " + queues.next(viewer, parameters);
  }

  String where(CaseFilter filter, Viewer viewer, Map<String, Object> parameters) {
    var all = new Conditions(new ArrayList<>(), parameters);
    all.add(CaseScope.condition(viewer, parameters));
    if (filter.mine()) {
      all.add(queues.mine(viewer, parameters));
    }
    pace(filter.pace(), all);
    filter.fields().forEach((field, value) -> field(field, value, all));
    filter.days().forEach((stretch, day) -> days(stretch, day, all));
    words(filter.words(), all);
    return String.join(" and ", all.parts());
  }

  private record Conditions(List<String> parts, Map<String, Object> parameters) {
    void add(String condition) {
      parts.add(condition);
    }

    void equal(String column, String value) {
      add(column + " = :" + column);
      parameters.put(column, value);
    }
  }

  private void field(CaseFilter.Field field, String value, Conditions all) {
    if (field == CaseFilter.Field.NET) {
      all.add("category_group = any(:net)");
      all.parameters().put("net", groups(value).toArray(String[]::new));
    } else if (field == CaseFilter.Field.PARENT && value.equals(CaseFilter.NONE)) {
      all.add("parent is null");
    } else {
      all.equal(column(field), value);
    }
  }

  /** None where there is no such net, so that nothing is found. */
  private Set<String> groups(String net) {
    return Arrays.stream(Net.values())
        .filter(known -> known.word().equals(net))
        .findFirst()
        .map(known -> categories.getObject().listGroups(known))
        .orElse(Set.of());
  }

  private void pace(@Nullable Pace pace, Conditions all) {
    if (pace == null) {
      return;
    }
    Timestamp now = Timestamp.from(time.instant());
    switch (pace) {
      case OPEN -> all.add("waiting");
      case LATE -> {
        all.add("waiting and step_due < :now");
        all.parameters().put("now", now);
      }
      case DUE_TODAY -> {
        all.add("waiting and step_due >= :now and step_due < :tomorrow");
        all.parameters().put("now", now);
        all.parameters().put("tomorrow", startOf(time.today().plusDays(1)));
      }
      case ESCALATED -> all.add("waiting and raised_to <> '{}'");
      case CLOSED -> all.add("closed is not null");
      case CLOSED_ON_TIME -> all.add("closed <= due");
      case CLOSED_LATE -> all.add("closed > due");
    }
  }

  private static String column(CaseFilter.Field field) {
    return switch (field) {
      case APPLICATION -> "application";
      case LIFECYCLE -> "lifecycle";
      case STEP -> "step";
      case AREA -> "area";
      case GRID -> "grid";
      case UNIT -> "unit";
      case GROUP -> "category_group";
      case CATEGORY -> "category";
      case PARENT -> "parent";
      case NET -> throw new IllegalArgumentException("No column has it");
    };
  }

  private void days(CaseFilter.Days stretch, LocalDate day, Conditions all) {
    switch (stretch) {
      case OPENED_ON -> on("opened", day, all);
      case CLOSED_ON -> on("closed", day, all);
      case OPENED_SINCE -> since("opened", day, all);
      case CLOSED_SINCE -> since("closed", day, all);
    }
  }

  private void on(String column, LocalDate day, Conditions all) {
    all.add("%1$s >= :%1$sFrom and %1$s < :%1$sUntil".formatted(column));
    all.parameters().put(column + "From", startOf(day));
    all.parameters().put(column + "Until", startOf(day.plusDays(1)));
  }

  private void since(String column, LocalDate day, Conditions all) {
    all.add("%1$s >= :%1$sSince".formatted(column));
    all.parameters().put(column + "Since", startOf(day));
  }

  private Timestamp startOf(LocalDate day) {
    return Timestamp.from(day.atStartOfDay(time.zone()).toInstant());
  }

  private static void words(@Nullable String words, Conditions all) {
    if (words == null || words.isBlank()) {
      return;
    }
    String asked = words.strip();
    List<String> cut = SearchWords.asked(asked);
    String number = asked.toUpperCase(Locale.ROOT);
    if (cut.isEmpty() || looksLikeNumber(number)) {
      all.add("number = :number");
      all.parameters().put("number", number);
    } else {
      all.add("number in (select number from casework_word where words @> :words::text[])");
      all.parameters().put("words", cut.toArray(String[]::new));
    }
  }

  /** Prefix, day and running number, as {@link CaseNumbers} writes them. */
  private static boolean looksLikeNumber(String asked) {
    return asked.matches("[A-Z]{1,6}-\\d{8}-\\d{5,12}");
  }

  String expression(Breakdown by) {
    String zone = time.zone().getId();
    return switch (by) {
      case AREA -> "area";
      case GRID -> "grid";
      case UNIT -> "unit";
      case GROUP -> "category_group";
      case CATEGORY -> "category";
      case STEP -> StepKey.COLUMNS;
      case OPENED_DAY -> "to_char(opened at time zone '%s', 'YYYY-MM-DD')".formatted(zone);
      case CLOSED_DAY -> "to_char(closed at time zone '%s', 'YYYY-MM-DD')".formatted(zone);
      case RATING -> "rating::text";
    };
  }
}
