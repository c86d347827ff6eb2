package org.yiwang.pack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Reads one YAML file into a {@link YamlTree}. Built on the parser's happenings rather than on its
 * loader, so that nothing is ever constructed from a tag, nothing is expanded from an alias, and
 * every key knows its line.
 */
final class YamlReading {
  /** Deeper nesting than any definition needs; a hostile file nests thousands deep. */
  private static final int DEEPEST = 40;

  private static final int LONGEST_LINE = 100_000;

  /** The file cannot be read further; its problem is already written down. */
  private static final class StopReading extends RuntimeException {
    StopReading() {
      super(null, null, false, false);
    }
  }

  private final String file;
  private final ProblemList problems;
  private final ParserImpl parser;

  private YamlReading(String file, String text, ProblemList problems) {
    this.file = file;
    this.problems = problems;
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(PackFolder.LARGEST_TEXT);
    this.parser = new ParserImpl(new StreamReader(text), options);
  }

  /** The file's tree; empty when it cannot be read, with at least one problem that says why. */
  static Optional<YamlTree> read(String file, String text, ProblemList problems) {
    if (!linesFit(file, text, problems)) {
      return Optional.empty();
    }
    try {
      return Optional.of(new YamlReading(file, text, problems).document());
    } catch (StopReading e) {
      return Optional.empty();
    } catch (MarkedYAMLException e) {
      marked(file, e, problems);
      return Optional.empty();
    } catch (ReaderException e) {
      int end = Math.clamp(e.getPosition(), 0, text.length());
      int line = 1 + (int) text.substring(0, end).chars().filter(c -> c == '\n').count();
      String what = "The character U+%04X cannot stand in a YAML file.".formatted(e.getCodePoint());
      problems.add(new Source(file, line), "YAML-01", what, "Remove it.");
      return Optional.empty();
    } catch (YAMLException e) {
      syntax(new Source(file, 1), String.valueOf(e.getMessage()), problems);
      return Optional.empty();
    }
  }

  /** The parser copies a word again and again while it grows: one of 15 MB took minutes. */
  private static boolean linesFit(String file, String text, ProblemList problems) {
    int line = 1;
    for (int begins = 0; begins < text.length(); line++) {
      int end = text.indexOf('\n', begins);
      int length = (end < 0 ? text.length() : end) - begins;
      if (length > LONGEST_LINE) {
        String what = "This line has %d characters; at most %d are read.";
        String todo = "Break it into several lines.";
        problems.add(new Source(file, line), "YAML-06", what.formatted(length, LONGEST_LINE), todo);
        return false;
      }
      begins += length + 1;
    }
    return true;
  }

  private static void marked(String file, MarkedYAMLException e, ProblemList problems) {
    int line = line(e.getProblemMark());
    int begins = line(e.getContextMark());
    String why = String.valueOf(e.getProblem());
    if (why.contains("TAB")) {
      String what = "A tab stands where only spaces may.";
      problems.add(new Source(file, line), "YAML-01", what, "Indent with spaces.");
    } else if (e.getContextMark() == null || begins == line) {
      syntax(new Source(file, line), why, problems);
    } else {
      syntax(new Source(file, line), why + ", in what begins on line " + begins, problems);
    }
  }

  private static int line(@Nullable Mark mark) {
    return mark == null ? 1 : mark.getLine() + 1;
  }

  private static void syntax(Source source, String why, ProblemList problems) {
    problems.add(
        source,
        "YAML-01",
        "This is not valid YAML: %s.".formatted(why),
        "Look at the indentation (spaces only), the colons and the quotes here and just above.");
  }

  private YamlTree document() {
    parser.getEvent();
    if (parser.peekEvent().is(Event.ID.StreamEnd)) {
      throw stop(1, "YAML-02", "The file is empty.", "Write the definition or remove the file.");
    }
    parser.getEvent();
    YamlTree tree = tree(0);
    parser.getEvent();
    Event next = parser.getEvent();
    if (!next.is(Event.ID.StreamEnd)) {
      throw stop(
          line(next),
          "YAML-03",
          "A second document begins here (---).",
          "Put it into a file of its own.");
    }
    return tree;
  }

  private YamlTree tree(int depth) {
    Event event = parser.getEvent();
    refuseTricks(event, depth);
    return switch (event) {
      case ScalarEvent scalar ->
          new YamlTree.Scalar(scalar.getValue(), !scalar.isPlain(), at(event));
      case SequenceStartEvent ignored -> sequence(at(event), depth);
      default -> mapping(at(event), depth);
    };
  }

  private YamlTree.Sequence sequence(Source source, int depth) {
    List<YamlTree> items = new ArrayList<>();
    while (!parser.peekEvent().is(Event.ID.SequenceEnd)) {
      items.add(tree(depth + 1));
    }
    parser.getEvent();
    return new YamlTree.Sequence(List.copyOf(items), source);
  }

  private YamlTree.Mapping mapping(Source source, int depth) {
    Map<String, Source> seen = new HashMap<>();
    List<YamlTree.Pair> pairs = new ArrayList<>();
    while (!parser.peekEvent().is(Event.ID.MappingEnd)) {
      YamlTree key = tree(depth + 1);
      if (!(key instanceof YamlTree.Scalar name)) {
        throw stop(key.line(), "YAML-01", "A key must be a word.", "Put the value in quotes.");
      }
      YamlTree.Pair pair = new YamlTree.Pair(name.text(), name.source(), tree(depth + 1));
      Source before = seen.putIfAbsent(pair.key(), pair.source());
      if (before == null) {
        pairs.add(pair);
      } else {
        twice(pair, before.line());
      }
    }
    parser.getEvent();
    return new YamlTree.Mapping(List.copyOf(pairs), source);
  }

  private void twice(YamlTree.Pair pair, int before) {
    problems.add(
        pair.source(),
        "KEY-03",
        "The key \"%s\" stands twice; it is already on line %d.".formatted(pair.key(), before),
        "Remove one of the two.");
  }

  private void refuseTricks(Event event, int depth) {
    if (depth > DEEPEST) {
      throw stop(
          line(event),
          "YAML-05",
          "Lists and groups of keys are nested more than %d deep.".formatted(DEEPEST),
          "Write it flatter.");
    }
    boolean anchored =
        event.is(Event.ID.Alias) || event instanceof NodeEvent node && node.getAnchor() != null;
    if (anchored) {
      throw stop(
          line(event),
          "YAML-04",
          "Anchors and aliases (& and *) are not used in packs.",
          "Write the value out, or put it in quotes if it begins with & or *.");
    }
    if (tag(event) != null) {
      throw stop(
          line(event),
          "YAML-04",
          "Tags (!) are not used in packs.",
          "Remove it, or put the value in quotes if it begins with !.");
    }
  }

  private static @Nullable String tag(Event event) {
    return switch (event) {
      case ScalarEvent scalar -> scalar.getTag();
      case SequenceStartEvent sequence -> sequence.getTag();
      case MappingStartEvent mapping -> mapping.getTag();
      default -> null;
    };
  }

  private StopReading stop(int line, String code, String what, String todo) {
    problems.add(new Source(file, line), code, what, todo);
    return new StopReading();
  }

  private Source at(Event event) {
    return new Source(file, line(event));
  }

  private static int line(Event event) {
    return event.getStartMark().getLine() + 1;
  }
}
