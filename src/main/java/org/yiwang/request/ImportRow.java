package org.yiwang.request;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yiwang.casework.Case;
import org.yiwang.casework.NewCase;
import org.yiwang.casework.OldCase;
import org.yiwang.journal.Actor;
import org.yiwang.pack.Text;
import org.yiwang.page.PlainWords;

/** Reads one row of another system's file as a case, by the pack's mapping. */
final class ImportRow {
  private static final Actor ACTOR = new Actor(Actor.Kind.SYSTEM, null, Text.of("导入", "Import"));
  private static final int LONGEST_NOTE = 2000;

  private final ImportMapping mapping;
  private final String application;
  private final Categories categories;
  private final RequestCheck check;
  private final Instant now;

  ImportRow(ImportSource source, Categories categories, RequestCheck check, Instant now) {
    this.mapping = source.mapping();
    this.application = source.application();
    this.categories = categories;
    this.check = check;
    this.now = now;
  }

  /** Why a row is refused: a short reason to count by. */
  static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refused(String reason) {
      super(reason);
    }
  }

  /**
   * The row as a case.
   *
   * @throws Refused with the reason
   */
  OldCase read(NamedCsvRecord row) {
    ImportMapping.Columns columns = mapping.columns();
    String key = needed(row, columns.key(), "no key 没有编号");
    Instant opened =
        time(needed(row, columns.reported(), "no opening time 没有登记时间"), "opening time 登记时间");
    Instant closed = optionalTime(row, columns.closed(), "closing time 办结时间");
    checkTimes(opened, closed);
    String state = words(row, columns.state());
    String step = state.isEmpty() ? null : mapping.states().get(state);
    if (!state.isEmpty() && step == null && !mapping.states().isEmpty()) {
      throw new Refused("unknown state 未知状态 “" + state + "”");
    }
    Category category = category(row);
    Case.Where where = where(row);
    return new OldCase(
        facts(row, category, where, key),
        step,
        opened,
        optionalTime(row, columns.due(), "due time 期限"),
        closed,
        note(row));
  }

  private void checkTimes(Instant opened, @Nullable Instant closed) {
    if (opened.isAfter(now)) {
      throw new Refused("opened in the future 登记时间在将来");
    }
    if (closed != null && closed.isBefore(opened)) {
      throw new Refused("closed before it was opened 办结早于登记");
    }
  }

  private NewCase facts(NamedCsvRecord row, Category category, Case.Where where, String key) {
    ImportMapping.Columns columns = mapping.columns();
    String text = PlainWords.lines(words(row, columns.words()));
    String subcategory = words(row, columns.subcategory());
    String said = text.isEmpty() ? subcategory : text;
    String prefix = mapping.keyPrefix() == null ? mapping.id() + ":" : mapping.keyPrefix();
    return new NewCase(
        application,
        category.lifecycle(),
        category.limit(),
        new Case.About(
            category.id(),
            category.group(),
            category.name(),
            said.length() > RequestCheck.LONGEST_TEXT
                ? said.substring(0, RequestCheck.LONGEST_TEXT)
                : said),
        where,
        unit(row, category, where.area()),
        new Case.Origin("import", null, null),
        List.of(),
        false,
        prefix + key,
        ACTOR);
  }

  private Category category(NamedCsvRecord row) {
    String of = words(row, mapping.columns().category());
    String under = words(row, mapping.columns().subcategory());
    String id =
        mapping.categories().stream()
            .filter(line -> line.fits(of, under))
            .map(ImportMapping.CategoryLine::category)
            .findFirst()
            .or(() -> Optional.ofNullable(mapping.otherCategory()))
            .orElseThrow(() -> new Refused("no category for 没有对应类别 “" + of + "”"));
    return categories.findCategory(id).orElseThrow(() -> new Refused("no category 没有类别 " + id));
  }

  private @Nullable String unit(NamedCsvRecord row, Category category, @Nullable String area) {
    String department = words(row, mapping.columns().department());
    return mapping.departments().stream()
        .filter(line -> department.startsWith(line.startsWith()))
        .map(ImportMapping.DepartmentLine::unit)
        .findFirst()
        .or(() -> Optional.ofNullable(mapping.otherDepartment()))
        .orElseGet(() -> check.unit(category, area));
  }

  private Case.Where where(NamedCsvRecord row) {
    String written = PlainWords.line(words(row, mapping.columns().address()));
    String address = written.substring(0, Math.min(written.length(), RequestCheck.LONGEST_ADDRESS));
    boolean nowhere = address.equals(mapping.noAddress());
    Double lon = number(row, mapping.columns().lon());
    Double lat = number(row, mapping.columns().lat());
    if (lon == null || lat == null || List.of(lon, lat).equals(mapping.noPosition())) {
      return new Case.Where(nowhere ? "" : address, null, null, null, null);
    }
    try {
      return check.where(RequestPlace.at(lon, lat, nowhere ? null : address), check.first());
    } catch (org.yiwang.page.RefusedException outside) {
      throw new Refused(
          outside.refusals().getFirst().code().equals("request-place-outside")
              ? "position outside the district 位置不在本区"
              : "position off the planet 位置不在地球上");
    }
  }

  private @Nullable String note(NamedCsvRecord row) {
    String note = PlainWords.lines(words(row, mapping.columns().answer()));
    if (note.isEmpty()) {
      return null;
    }
    return note.length() > LONGEST_NOTE ? note.substring(0, LONGEST_NOTE) : note;
  }

  private static String needed(NamedCsvRecord row, String column, String reason) {
    String words = words(row, column);
    if (words.isEmpty()) {
      throw new Refused(reason);
    }
    return words;
  }

  private static String words(NamedCsvRecord row, @Nullable String column) {
    String words = column == null ? "" : row.findField(column).map(String::strip).orElse("");
    if (words.indexOf('\0') >= 0) {
      throw new Refused("a character that no text has 含有文字里没有的字符 (NUL)");
    }
    return words;
  }

  private static @Nullable Double number(NamedCsvRecord row, @Nullable String column) {
    String words = words(row, column);
    try {
      return words.isEmpty() ? null : Double.valueOf(words);
    } catch (NumberFormatException none) {
      throw new Refused("position is not a number 坐标不是数字");
    }
  }

  private @Nullable Instant optionalTime(NamedCsvRecord row, @Nullable String column, String what) {
    String words = words(row, column);
    return words.isEmpty() ? null : time(words, what);
  }

  /** With an offset as it stands; without one in the mapping's zone. */
  private Instant time(String words, String what) {
    String iso = words.replace(' ', 'T');
    try {
      return iso.matches(".*(Z|[+-]\\d\\d:?\\d\\d)$")
          ? OffsetDateTime.parse(iso).toInstant()
          : LocalDateTime.parse(iso).atZone(mapping.zone()).toInstant();
    } catch (DateTimeException unreadable) {
      throw new Refused("unreadable 读不懂 " + what);
    }
  }
}
