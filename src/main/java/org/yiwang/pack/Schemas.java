package org.yiwang.pack;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes one closed JSON Schema (draft 2020-12) for each definition type, from the same {@link
 * RecordShape} by which packs are read. For editors that complete and check while one types.
 */
final class Schemas {
  private static final String TEXT = "text";

  /** Some readers of YAML take {@code ~} for nothing, some for a word. */
  private static final Map<String, Object> REMOVED = Map.of("enum", Arrays.asList("~", null));

  private final SourceWords words;
  private final ObjectWriter json =
      JsonMapper.shared()
          .writer()
          .with(
              new DefaultPrettyPrinter()
                  .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                  .withArrayIndenter(new DefaultIndenter("  ", "\n")));

  Schemas(SourceWords words) {
    this.words = words;
  }

  /** The schema files by name. */
  SortedMap<String, String> write(List<DefinitionType<?>> types) {
    SortedMap<String, String> files = new TreeMap<>();
    for (DefinitionType<?> type : types) {
      String before = files.put(type.name() + ".schema.json", write(type));
      if (before != null) {
        throw new IllegalStateException("Two definition types are called " + type.name());
      }
    }
    return files;
  }

  private String write(DefinitionType<?> type) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("$id", "urn:yiwang:pack:" + type.name());
    schema.put("title", type.name());
    SortedMap<String, Object> definitions = new TreeMap<>();
    Definitions whole = new Definitions(definitions, null);
    if (type.extending() == null) {
      schema.putAll(whole.group(RecordShape.of(type.type())));
    } else {
      Definitions changes = new Definitions(definitions, whole);
      schema.put("if", Map.of("required", List.of(Extending.KEY)));
      schema.put("then", changes.extending(type.type(), type.extending()));
      schema.put("else", whole.reference(type.type(), defName(type.type())));
    }
    if (!definitions.isEmpty()) {
      schema.put("$defs", definitions);
    }
    return json.writeValueAsString(schema) + "\n";
  }

  /** Collects the groups of keys that one schema refers to. */
  private final class Definitions {
    private final Map<String, Object> definitions;
    private final Map<String, Class<?>> named = new LinkedHashMap<>();

    /**
     * Null where groups are whole; else the whole ones, while these need no key and may remove each
     * one ({@code ~}), as in a file that extends another.
     */
    private final @Nullable Definitions whole;

    Definitions(Map<String, Object> definitions, @Nullable Definitions whole) {
      this.definitions = definitions;
      this.whole = whole;
    }

    /** The top of a file that extends another. */
    Map<String, Object> extending(Class<?> type, Extending rules) {
      Map<String, Object> group = new LinkedHashMap<>(group(RecordShape.of(type)));
      group.put("required", Stream.concat(rules.own().stream(), Stream.of(Extending.KEY)).toList());
      definitions.put("changed-" + defName(type), group);
      return Map.of("$ref", "#/$defs/changed-" + defName(type));
    }

    Map<String, Object> group(RecordShape shape) {
      Map<String, Object> properties = new LinkedHashMap<>();
      for (RecordShape.Key key : shape.keys()) {
        Map<String, Object> property = new LinkedHashMap<>();
        describe(property, words.about(shape.type(), key.component()));
        given(key.shape()).forEach(property::putIfAbsent);
        properties.put(key.name(), property);
      }
      Map<String, Object> group = new LinkedHashMap<>();
      describe(group, words.about(shape.type()));
      group.put("type", "object");
      group.put("properties", properties);
      if (whole == null) {
        group.put("required", required(shape));
      }
      group.put("additionalProperties", false);
      return group;
    }

    private List<String> required(RecordShape shape) {
      return shape.keys().stream()
          .filter(RecordShape.Key::required)
          .map(RecordShape.Key::name)
          .toList();
    }

    private Map<String, Object> given(ValueShape shape) {
      return whole == null ? value(shape) : Map.of("anyOf", List.of(value(shape), REMOVED));
    }

    private Map<String, Object> value(ValueShape shape) {
      return switch (shape) {
        case ValueShape.Words ignored -> text();
        case ValueShape.FileName ignored -> text();
        case ValueShape.Formed formed -> formed(formed);
        case ValueShape.Whole ignored -> Map.of("type", "integer");
        case ValueShape.Decimal ignored -> Map.of("type", "number");
        case ValueShape.YesNo ignored -> Map.of("type", "boolean");
        case ValueShape.Choice choice -> Map.of("enum", List.copyOf(choice.constants().keySet()));
        case ValueShape.Both ignored -> reference(Text.class, TEXT);
        case ValueShape.Many many -> ordered("type", "array", "items", entry(many.element()));
        case ValueShape.Keyed keyed -> keyed(keyed);
        case ValueShape.Nested nested -> reference(nested.type(), defName(nested.type()));
        case ValueShape.Anything ignored -> Map.of();
      };
    }

    /** A list replaces the one of the base, so that its entries are whole. */
    private Map<String, Object> entry(ValueShape element) {
      return whole == null ? value(element) : whole.value(element);
    }

    private Map<String, Object> text() {
      return ordered("type", "string", "pattern", "\\S");
    }

    private Map<String, Object> formed(ValueShape.Formed shape) {
      Map<String, Object> formed = new LinkedHashMap<>();
      describe(formed, words.about(shape.type()));
      formed.putAll(text());
      return formed;
    }

    private Map<String, Object> keyed(ValueShape.Keyed shape) {
      Map<String, Object> keyed = new LinkedHashMap<>();
      keyed.put("type", "object");
      if (shape.key() instanceof ValueShape.Choice) {
        keyed.put("propertyNames", value(shape.key()));
      }
      keyed.put("additionalProperties", given(shape.value()));
      return keyed;
    }

    private Map<String, Object> reference(Class<?> type, String plain) {
      String name = whole == null ? plain : "changed-" + plain;
      Class<?> before = named.putIfAbsent(name, type);
      if (before == null) {
        definitions.put(name, Map.of());
        definitions.put(name, group(RecordShape.of(type)));
      } else if (before != type) {
        throw new IllegalStateException("Two records are called " + name + " in one schema");
      }
      return Map.of("$ref", "#/$defs/" + name);
    }
  }

  static String defName(Class<?> type) {
    return RecordShape.kebab(type.getSimpleName());
  }

  private static void describe(Map<String, Object> schema, String about) {
    if (!about.isEmpty()) {
      schema.put("description", about);
    }
  }

  private static Map<String, Object> ordered(Object... namesAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      map.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return map;
  }
}
