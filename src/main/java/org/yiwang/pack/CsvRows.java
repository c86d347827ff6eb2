package org.yiwang.pack;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Binds the rows of a CSV file to Java records. The header names the keys, with hyphens or
 * underscores; words in both languages take two columns ({@code name_zh}, {@code name_en}); the
 * entries of a list are separated by {@code |}; an empty cell is an absent key.
 */
final class CsvRows {
  private final String file;
  private final ScalarReader scalars;
  private final Positions positions;
  private final ProblemList problems;

  CsvRows(String file, ScalarReader scalars, Positions positions, ProblemList problems) {
    this.file = file;
    this.scalars = scalars;
    this.positions = positions;
    this.problems = problems;
  }

  /** A row that could be bound, and its first cell. */
  record Row(String first, Object value, Source source) {}

  /** The rows that could be bound; for all others there are problems. */
  List<Row> bind(RecordShape shape, String text) {
    List<Row> rows = new ArrayList<>();
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .allowExtraFields(true)
            .allowMissingFields(true)
            .skipEmptyLines(true)
            .ofCsvRecord(text)) {
      Iterator<CsvRecord> lines = reader.iterator();
      if (!lines.hasNext()) {
        add(1, "CSV-01", "The file is empty.", "Write a header and rows, or remove the file.");
        return rows;
      }
      Optional<Header> header = header(shape, lines.next());
      while (header.isPresent() && lines.hasNext()) {
        row(shape, header.get(), lines.next()).ifPresent(rows::add);
      }
    } catch (CsvParseException e) {
      String why = e.getMessage() == null ? "" : e.getMessage();
      add(1, "CSV-01", "This is not valid CSV: " + why + ".", "Look at the quotes.");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }

  private record Header(Map<String, Integer> columns, int width) {}

  /** Empty when rows could not be understood under this header. */
  private Optional<Header> header(RecordShape shape, CsvRecord line) {
    List<String> known = shape.keys().stream().flatMap(key -> columns(key).stream()).toList();
    Map<String, Integer> columns = new LinkedHashMap<>();
    Set<String> misspelt = new HashSet<>();
    boolean twice = false;
    for (int i = 0; i < line.getFieldCount(); i++) {
      String name = line.getField(i).strip().replace('_', '-');
      if (!known.contains(name)) {
        misspelt.add(unknown(line.getField(i).strip(), known));
      } else if (columns.putIfAbsent(name, i) != null) {
        String what = "The column \"%s\" stands twice.".formatted(line.getField(i));
        add(1, "KEY-03", what, "Remove one of the two.");
        twice = true;
      }
    }
    boolean missing = missingColumns(shape, columns.keySet(), misspelt);
    return twice || missing || !misspelt.isEmpty()
        ? Optional.empty()
        : Optional.of(new Header(columns, line.getFieldCount()));
  }

  private boolean missingColumns(RecordShape shape, Set<String> given, Set<String> misspelt) {
    List<String> missing =
        shape.keys().stream()
            .filter(RecordShape.Key::required)
            .flatMap(key -> columns(key).stream())
            .filter(column -> !given.contains(column))
            .toList();
    for (String column : missing) {
      if (!misspelt.contains(column)) {
        String what = "The header needs the column \"%s\".".formatted(column.replace('-', '_'));
        add(1, "KEY-02", what, "Add the column.");
      }
    }
    return !missing.isEmpty();
  }

  /** Returns the column that was probably meant. */
  private String unknown(String name, List<String> known) {
    Optional<String> meant = NearestWord.to(name, known);
    String todo =
        meant
            .map("Did you mean \"%s\"?"::formatted)
            .orElse("Known columns: " + String.join(", ", known) + ".");
    String what = "There is no column \"%s\" in this kind of file.".formatted(name);
    add(1, "KEY-01", what, todo.replace('-', '_'));
    return meant.orElse("");
  }

  private Optional<Row> row(RecordShape shape, Header header, CsvRecord line) {
    int number = (int) line.getStartingLineNumber();
    if (line.getFieldCount() != header.width()) {
      String what =
          "The row has %d cells, the header %d.".formatted(line.getFieldCount(), header.width());
      add(number, "CSV-02", what, "Put quotes around a cell that holds a comma.");
      return Optional.empty();
    }
    @Nullable Object[] values = new Object[shape.keys().size()];
    boolean complete = true;
    for (int i = 0; i < values.length; i++) {
      RecordShape.Key key = shape.keys().get(i);
      Cells cells = new Cells(header, line, Spot.key(new Source(file, number), key.name()));
      boolean given = columns(key).stream().anyMatch(column -> !cells.text(column).isEmpty());
      if (given) {
        values[i] = value(key.shape(), key.name(), cells);
      } else {
        values[i] = key.required() ? missing(key, cells) : key.absent();
      }
      complete &= values[i] != null || (!given && !key.required());
    }
    return complete ? make(shape, values, line) : Optional.empty();
  }

  private record Cells(Header header, CsvRecord line, Spot spot) {
    String text(String column) {
      Integer index = header.columns().get(column);
      return index == null ? "" : line.getField(index).strip();
    }

    int number() {
      return spot.source().line();
    }
  }

  private @Nullable Object value(ValueShape shape, String column, Cells cells) {
    return switch (shape) {
      case ValueShape.Both ignored -> both(column, cells);
      case ValueShape.Many list -> many(list.element(), column, cells);
      default -> scalar(shape, cells.text(column), cells.spot());
    };
  }

  private @Nullable Object scalar(ValueShape shape, String text, Spot spot) {
    // A cell has no quotes to tell text from numbers: what is wanted decides.
    boolean isText = shape instanceof ValueShape.Words || shape instanceof ValueShape.Formed;
    return scalars.read(shape, new YamlTree.Scalar(text, isText, spot.source()), spot);
  }

  private @Nullable Text both(String column, Cells cells) {
    String zh = cells.text(column + "-zh");
    String en = cells.text(column + "-en");
    if (!zh.isEmpty() && !en.isEmpty()) {
      return new Text(zh, en);
    }
    String empty = (column + (zh.isEmpty() ? "-zh" : "-en")).replace('-', '_');
    String what = cells.spot().label() + " must be given in both languages.";
    add(cells.number(), "LANG-01", what, "Fill in \"%s\".".formatted(empty));
    return null;
  }

  private @Nullable List<Object> many(ValueShape element, String column, Cells cells) {
    List<Object> entries = new ArrayList<>();
    boolean complete = true;
    for (String entry : cells.text(column).split("\\|")) {
      Spot spot = cells.spot().entry(entries.size() + 1, cells.spot().source());
      Object value = scalar(element, entry.strip(), spot);
      complete &= value != null;
      if (value != null) {
        entries.add(value);
      }
    }
    return complete ? List.copyOf(entries) : null;
  }

  private @Nullable Object missing(RecordShape.Key key, Cells cells) {
    String what = "The row needs a value for \"%s\".".formatted(key.name().replace('-', '_'));
    add(cells.number(), "KEY-02", what, "Fill in the cell.");
    return null;
  }

  private Optional<Row> make(RecordShape shape, @Nullable Object[] values, CsvRecord line) {
    Source source = new Source(file, (int) line.getStartingLineNumber());
    try {
      Object made = shape.make(values);
      positions.put(made, source);
      return Optional.of(new Row(line.getField(0).strip(), made, source));
    } catch (IllegalArgumentException e) {
      String why = e.getMessage() == null ? "" : e.getMessage();
      problems.add(source, "TYPE-05", "The row is not accepted.", why);
      return Optional.empty();
    }
  }

  private static List<String> columns(RecordShape.Key key) {
    return key.shape() instanceof ValueShape.Both
        ? List.of(key.name() + "-zh", key.name() + "-en")
        : List.of(key.name());
  }

  private void add(int line, String code, String what, String todo) {
    problems.add(new Source(file, line), code, what, todo);
  }
}
