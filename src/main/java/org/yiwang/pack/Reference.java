package org.yiwang.pack;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Writes {@code docs/pack-reference.md}: every file of a pack and every key in it. */
final class Reference {
  private static final String OPENING =
      """
      # Pack reference

      <!-- Generated from the Java records by `./yiwang pack schema`. Do not edit. -->

      Every file a pack may hold and every key in it. A district's folder holds the district's own
      files and one folder for each application. `./yiwang pack check` says what is wrong, with file
      and line; the schemas in `packs/_schema` let an editor say it while you type: put
      `# yaml-language-server: $schema=../_schema/NAME.schema.json` (one more `../` for each folder
      the file is deeper) on its first line.

      Words for people are given in both languages, `{zh: 小镇, en: The Town}`; in a CSV file
      they take two columns, `name_zh` and `name_en`. A CSV file's header uses the keys below with
      underscores; entries of a list are separated by `|`. Text that looks like a number stands in
      quotes. Files are written in UTF-8.
      """;

  private final SourceWords words;
  private final StringBuilder out = new StringBuilder(OPENING);

  private Reference(SourceWords words) {
    this.words = words;
  }

  static String write(List<DefinitionType<?>> types, SourceWords words) {
    Reference reference = new Reference(words);
    reference.level("In the district's folder", types, DefinitionType.Level.DISTRICT);
    reference.level("In an application's folder", types, DefinitionType.Level.APPLICATION);
    return reference.out.toString();
  }

  private void level(String heading, List<DefinitionType<?>> types, DefinitionType.Level level) {
    out.append("\n## ").append(heading).append('\n');
    types.stream()
        .filter(type -> type.level() == level)
        .sorted(
            Comparator.comparing((DefinitionType<?> t) -> t.files()).thenComparing(t -> t.name()))
        .forEach(this::type);
  }

  private void type(DefinitionType<?> type) {
    out.append("\n### `%s` (%s)\n".formatted(type.files(), type.name()));
    boolean rows = type.format() == DefinitionType.Format.CSV;
    out.append(rows ? "\nOne definition a row.\n" : "");
    Deque<Class<?>> waiting = new ArrayDeque<>(List.of(type.type()));
    Set<Class<?>> written = new LinkedHashSet<>();
    while (!waiting.isEmpty()) {
      Class<?> next = waiting.removeFirst();
      if (written.add(next)) {
        if (next != type.type()) {
          out.append("\n#### %s: %s\n".formatted(type.name(), Schemas.defName(next)));
        }
        group(type, RecordShape.of(next)).forEach(waiting::addLast);
        if (next == type.type() && type.extending() != null) {
          out.append(extending(type.extending()));
        }
      }
    }
  }

  private static String extending(Extending rules) {
    return """

        A file of this kind may extend another one of the same application, or one that extends
        again (`extends: ID`); it then says only in what it differs. Groups of keys are merged key
        by key; a list or a single value takes the place of what the other file has; `~` removes
        it. A new key stands behind the key before it in the file, or before the first one that the
        other file has as well, or at the end. Every file says its own %s. A problem
        names the line of the file in which the value stands.
        """
        .formatted(String.join(", ", rules.own().stream().map("`%s`"::formatted).toList()));
  }

  /** Writes the table of one group of keys; returns the groups it speaks of. */
  private List<Class<?>> group(DefinitionType<?> type, RecordShape shape) {
    String about = words.about(shape.type());
    out.append(about.isEmpty() ? "" : "\n" + about + "\n");
    out.append("\n| key | value | needed | meaning |\n|---|---|---|---|\n");
    for (RecordShape.Key key : shape.keys()) {
      String meaning = words.about(shape.type(), key.component()).replace("|", "\\|");
      String needed = key.required() ? "yes" : "";
      String value = value(key.shape()).replace("(#", "(#" + type.name() + "-");
      out.append("| `%s` | %s | %s | %s |\n".formatted(key.name(), value, needed, meaning));
    }
    return shape.keys().stream().flatMap(key -> nested(key.shape()).stream()).toList();
  }

  private static String value(ValueShape shape) {
    return switch (shape) {
      case ValueShape.Words ignored -> "text";
      case ValueShape.FileName ignored -> "file of the pack";
      case ValueShape.Formed formed -> formed(formed.type());
      case ValueShape.Whole ignored -> "whole number";
      case ValueShape.Decimal ignored -> "number";
      case ValueShape.YesNo ignored -> "true or false";
      case ValueShape.Choice choice ->
          String.join(", ", choice.constants().keySet().stream().map("`%s`"::formatted).toList());
      case ValueShape.Both ignored -> "text in both languages";
      case ValueShape.Many many -> "list of " + value(many.element());
      case ValueShape.Keyed keyed -> "by name: " + value(keyed.value());
      case ValueShape.Nested nested -> "[%1$s](#%1$s)".formatted(Schemas.defName(nested.type()));
      case ValueShape.Anything ignored -> "anything";
    };
  }

  private static String formed(Class<?> type) {
    return RecordShape.kebab(type.getSimpleName()).replace('-', ' ');
  }

  private static List<Class<?>> nested(ValueShape shape) {
    return switch (shape) {
      case ValueShape.Nested nested -> List.of(nested.type());
      case ValueShape.Many many -> nested(many.element());
      case ValueShape.Keyed keyed -> nested(keyed.value());
      default -> List.of();
    };
  }
}
