package org.yiwang.pack;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Binds a YAML tree to Java records. Goes on after a problem, so that an author sees all of a
 * file's problems at once; what could not be bound is null and takes the record around it along.
 */
final class Binder {
  private final ScalarReader scalars;
  private final Positions positions;
  private final ProblemList problems;

  Binder(ScalarReader scalars, Positions positions, ProblemList problems) {
    this.scalars = scalars;
    this.positions = positions;
    this.problems = problems;
  }

  /** The file's definition; empty when any part of it could not be bound. */
  <T> Optional<T> bind(Class<T> type, YamlTree tree) {
    Spot spot = new Spot(tree.source(), "The file");
    return Optional.ofNullable(type.cast(bind(new ValueShape.Nested(type), tree, spot)));
  }

  private @Nullable Object bind(ValueShape shape, YamlTree tree, Spot spot) {
    return switch (shape) {
      case ValueShape.Nested nested -> nested(nested.shape(), tree, spot);
      case ValueShape.Many list -> many(list.element(), tree, spot);
      case ValueShape.Keyed keyed -> keyed(keyed, tree, spot);
      case ValueShape.Both ignored -> both(tree, spot);
      case ValueShape.Anything ignored -> anything(tree, spot);
      default -> scalar(shape, tree, spot);
    };
  }

  private @Nullable Object nested(RecordShape shape, YamlTree tree, Spot spot) {
    if (!(tree instanceof YamlTree.Mapping mapping)) {
      String todo = "Write below it: %s.".formatted(String.join(", ", shape.names()));
      return wrongKind(tree, spot, "a group of keys", todo);
    }
    Given given = given(shape, mapping, spot);
    @Nullable Object[] values = new Object[shape.keys().size()];
    boolean complete = given.misspelt().isEmpty();
    for (int i = 0; i < values.length; i++) {
      RecordShape.Key key = shape.keys().get(i);
      YamlTree.Pair pair = given.pairs().get(key.name());
      if (pair != null) {
        values[i] = bind(key.shape(), pair.value(), spot.inside(pair));
        complete &= values[i] != null;
      } else if (!key.required()) {
        values[i] = key.absent();
      } else if (!given.misspelt().contains(key.name())) {
        missing(shape, key, spot.on(mapping.source()));
        complete = false;
      }
    }
    return complete ? make(shape, values, mapping, spot) : null;
  }

  /** The known keys of a group, and those that are probably meant by unknown ones. */
  private record Given(Map<String, YamlTree.Pair> pairs, Set<String> misspelt) {}

  private Given given(RecordShape shape, YamlTree.Mapping mapping, Spot spot) {
    Given given = new Given(new HashMap<>(), new HashSet<>());
    for (YamlTree.Pair pair : mapping.pairs()) {
      if (shape.find(pair.key()).isPresent()) {
        given.pairs().put(pair.key(), pair);
      } else {
        given.misspelt().add(unknown(pair, shape.names(), spot).orElse(""));
      }
    }
    return given;
  }

  private @Nullable Object make(
      RecordShape shape, @Nullable Object[] values, YamlTree.Mapping mapping, Spot spot) {
    try {
      Object made = shape.make(values);
      positions.put(made, mapping.source(), keys(mapping));
      return made;
    } catch (IllegalArgumentException e) {
      String why = e.getMessage() == null ? "" : e.getMessage();
      problems.add(mapping.source(), "TYPE-05", spot.label() + " is not accepted.", why);
      return null;
    }
  }

  private @Nullable Object many(ValueShape element, YamlTree tree, Spot spot) {
    if (!(tree instanceof YamlTree.Sequence sequence)) {
      return wrongKind(
          tree, spot, "a list", "Write [one, two] or a line \"- one\" for each entry.");
    }
    List<Object> bound = new ArrayList<>();
    Map<String, Source> places = new HashMap<>();
    for (int i = 0; i < sequence.items().size(); i++) {
      YamlTree item = sequence.items().get(i);
      Object value = bind(element, item, spot.entry(i + 1, item.source()));
      if (value != null) {
        places.put(String.valueOf(bound.size()), item.source());
        bound.add(value);
      }
    }
    if (bound.size() < sequence.items().size()) {
      return null;
    }
    List<Object> list = Collections.unmodifiableList(bound);
    positions.put(list, spot.source(), places);
    return list;
  }

  private @Nullable Object keyed(ValueShape.Keyed shape, YamlTree tree, Spot spot) {
    if (!(tree instanceof YamlTree.Mapping mapping)) {
      return wrongKind(tree, spot, "a group of keys", "Write each below it as \"name: value\".");
    }
    Map<Object, Object> bound = new LinkedHashMap<>();
    for (YamlTree.Pair pair : mapping.pairs()) {
      Spot inside = spot.inside(pair);
      // A key is a word however it looks: 310110015 needs no quotes here.
      Object key = bind(shape.key(), new YamlTree.Scalar(pair.key(), true, pair.source()), inside);
      Object value = bind(shape.value(), pair.value(), inside);
      if (key != null && value != null) {
        bound.put(key, value);
      }
    }
    if (bound.size() < mapping.pairs().size()) {
      return null;
    }
    Map<Object, Object> map = Collections.unmodifiableMap(bound);
    positions.put(map, spot.source(), keys(mapping));
    return map;
  }

  private @Nullable Object both(YamlTree tree, Spot spot) {
    if (tree instanceof YamlTree.Mapping) {
      return nested(RecordShape.of(Text.class), tree, spot);
    }
    return oneLanguage(spot.source(), spot, "Write {zh: …, en: …}.");
  }

  private @Nullable Object oneLanguage(Source source, Spot spot, String todo) {
    String what = spot.label() + " must be given in both languages.";
    problems.add(source, "LANG-01", what, todo);
    return null;
  }

  private @Nullable Object anything(YamlTree tree, Spot spot) {
    ValueShape anything = new ValueShape.Anything();
    return switch (tree) {
      case YamlTree.Scalar scalar -> scalars.read(anything, scalar, spot);
      case YamlTree.Sequence ignored -> many(anything, tree, spot);
      case YamlTree.Mapping ignored ->
          keyed(new ValueShape.Keyed(new ValueShape.Words(), anything), tree, spot);
    };
  }

  private @Nullable Object scalar(ValueShape shape, YamlTree tree, Spot spot) {
    return tree instanceof YamlTree.Scalar scalar
        ? scalars.read(shape, scalar, spot)
        : wrongKind(tree, spot, "a single value", "Write one value behind the colon.");
  }

  private void missing(RecordShape shape, RecordShape.Key key, Spot spot) {
    String todo = "Add \"%s: …\".".formatted(key.name());
    if (shape.type() == Text.class) {
      oneLanguage(spot.source(), spot, todo);
    } else {
      String what = "%s needs the key \"%s\".".formatted(spot.label(), key.name());
      problems.add(spot.source(), "KEY-02", what, todo);
    }
  }

  /** Returns the key that was probably meant. */
  private Optional<String> unknown(YamlTree.Pair pair, List<String> known, Spot spot) {
    Optional<String> meant = NearestWord.to(pair.key(), known);
    problems.add(
        pair.source(),
        "KEY-01",
        "%s has no key \"%s\".".formatted(spot.label(), pair.key()),
        meant.map("Did you mean \"%s\"?"::formatted).orElseGet(() -> hint(pair, known)));
    return meant;
  }

  private static String hint(YamlTree.Pair pair, List<String> known) {
    boolean cutOff = pair.value() instanceof YamlTree.Scalar value && value.nothing();
    return cutOff
        ? "If these words belong to the text before the comma, put that text in quotes."
        : "Known keys: " + String.join(", ", known) + ".";
  }

  private @Nullable Object wrongKind(YamlTree tree, Spot spot, String wanted, String todo) {
    String found =
        switch (tree) {
          case YamlTree.Scalar scalar -> scalar.nothing() ? "has no value" : "is a single value";
          case YamlTree.Sequence ignored -> "is a list";
          case YamlTree.Mapping ignored -> "is a group of keys";
        };
    String what = "%s must be %s, but %s.".formatted(spot.label(), wanted, found);
    problems.add(spot.source(), "TYPE-01", what, todo);
    return null;
  }

  private static Map<String, Source> keys(YamlTree.Mapping mapping) {
    Map<String, Source> places = new HashMap<>();
    mapping.pairs().forEach(pair -> places.put(pair.key(), pair.source()));
    return Map.copyOf(places);
  }
}
