package org.yiwang.submission;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yiwang.matter.Answers;
import org.yiwang.matter.Form.Field;
import org.yiwang.matter.Form.Kind;
import org.yiwang.matter.Form.Part;
import org.yiwang.matter.Pin;

/** Reads the answers of one page from a sent form; a row with nothing in it is no row. */
final class FormReading {
  private static final String REMOVE_ROW = "remove-row";

  /** More than any form allows, so that rows beyond its own limit are refused, not lost. */
  private static final int MOST_ROWS = 500;

  private static final int LONGEST = 10_000;

  private FormReading() {}

  static Answers read(Part part, Answers before, HttpServletRequest sent) {
    Answers answers = before;
    for (Field field : part.fields()) {
      if (field.kind() == Kind.FILE) {
        continue; // which files were taken in, no form says: see AttachFiles
      }
      answers =
          field.kind() == Kind.ROWS
              ? answers.withRows(field.id(), rows(field, sent))
              : answers.with(field.id(), clean(field.kind(), sent.getParameter(field.id())));
      if (field.kind() == Kind.PLACE) {
        answers = answers.withPin(field.id(), pin(field.id(), sent));
      }
    }
    return answers;
  }

  /** Whether only a row is to come or to go (加一行、删一行), not the page to be sent. */
  static boolean changesRows(HttpServletRequest sent) {
    return sent.getParameter("add-row") != null
        || sent.getParameter(REMOVE_ROW) != null
        || sent.getParameter(KnownPeople.TAKE) != null;
  }

  private static @Nullable Pin pin(String id, HttpServletRequest sent) {
    return Pin.of(sent.getParameter(id + "-lon"), sent.getParameter(id + "-lat")).orElse(null);
  }

  private static List<Map<String, String>> rows(Field field, HttpServletRequest sent) {
    List<Map<String, String>> rows = new ArrayList<>();
    for (int row = 1; row <= MOST_ROWS; row++) {
      Map<String, String> cells = new LinkedHashMap<>();
      for (Field column : field.columns()) {
        String cell = clean(column.kind(), sent.getParameter(name(field, row, column)));
        if (cell != null) {
          cells.put(column.id(), cell);
        }
      }
      cells.keySet().retainAll(field.columnsFor(cells).stream().map(Field::id).toList());
      boolean stays = !name(field, row).equals(sent.getParameter(REMOVE_ROW));
      if (stays && !cells.isEmpty()) {
        rows.add(cells);
      }
    }
    return rows;
  }

  /** The name of a row on the page, counted from 1. */
  static String name(Field field, int row) {
    return field.id() + "-" + row;
  }

  /** The name of a cell on the page, counted from 1. */
  static String name(Field field, int row, Field column) {
    return name(field, row) + "-" + column.id();
  }

  private static @Nullable String clean(Kind kind, @Nullable String typed) {
    if (typed == null || typed.isBlank()) {
      return null;
    }
    String plain = typed.strip().replace("\u0000", "");
    plain = plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
    return switch (kind) {
      case PERSON_ID, FIRM_ID -> plain.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
      case BANK_CARD -> plain.replaceAll("[\\s-]", "");
      case MONEY, NUMBER -> plain.replace(",", "").replace("，", "");
      default -> plain;
    };
  }
}
