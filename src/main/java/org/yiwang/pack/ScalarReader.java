package org.yiwang.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns the words of one value into what its {@link ValueShape} wants. */
final class ScalarReader {
  /** What YAML 1.2 takes for a number, a truth value or nothing when it stands without quotes. */
  private static final Pattern NOT_TEXT =
      Pattern.compile(
          "[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+|[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?"
              + "|[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)|true|True|TRUE|false|False|FALSE");

  private static final Pattern DECIMAL = Pattern.compile("[-+]?[0-9]{1,15}(\\.[0-9]{1,17})?");

  private final PackFolder folder;
  private final String application;
  private final ProblemList problems;

  ScalarReader(PackFolder folder, String application, ProblemList problems) {
    this.folder = folder;
    this.application = application;
    this.problems = problems;
  }

  /** The value; null when it does not fit, with a problem that says why. */
  @Nullable Object read(ValueShape shape, YamlTree.Scalar value, Spot spot) {
    if (value.text().isBlank() || value.nothing()) {
      String todo = "Write its value or remove it.";
      return refuse(spot, "TYPE-04", spot.label() + " has no value.", todo);
    }
    return switch (shape) {
      case ValueShape.Words ignored -> words(value, spot);
      case ValueShape.Whole number -> whole(value, number.wide(), spot);
      case ValueShape.Decimal ignored -> decimal(value, spot);
      case ValueShape.YesNo ignored -> yesNo(value, spot);
      case ValueShape.Choice choice -> choice(value, choice.constants(), spot);
      case ValueShape.Formed formed -> formed(value, formed.parser(), spot);
      case ValueShape.FileName ignored -> fileName(value, spot);
      case ValueShape.Anything ignored -> anything(value);
      default -> throw new IllegalStateException(shape + " is not a single value");
    };
  }

  private @Nullable String words(YamlTree.Scalar value, Spot spot) {
    if (value.quoted() || !NOT_TEXT.matcher(value.text()).matches()) {
      return value.text();
    }
    refuse(
        spot,
        "TYPE-01",
        "%s must be text, but %s without quotes is not.".formatted(spot.label(), value.text()),
        "Write \"%s\".".formatted(value.text()));
    return null;
  }

  private @Nullable Object whole(YamlTree.Scalar value, boolean wide, Spot spot) {
    try {
      if (!value.quoted()) {
        long number = Long.parseLong(value.text());
        return wide ? (Object) number : (Object) Math.toIntExact(number);
      }
    } catch (ArithmeticException | NumberFormatException e) {
      // Not a whole number of this size: said below.
    }
    return misfit(value, spot, "a whole number", "Write digits only, without quotes.");
  }

  private @Nullable Object decimal(YamlTree.Scalar value, Spot spot) {
    return !value.quoted() && DECIMAL.matcher(value.text()).matches()
        ? (Object) Double.valueOf(value.text())
        : misfit(value, spot, "a number", "Write it as 121.5, without quotes.");
  }

  private @Nullable Object yesNo(YamlTree.Scalar value, Spot spot) {
    return switch (value.quoted() ? "" : value.text()) {
      case "true" -> true;
      case "false" -> false;
      default -> misfit(value, spot, "true or false", "Write true or false, without quotes.");
    };
  }

  private @Nullable Object choice(YamlTree.Scalar value, Map<String, Object> constants, Spot spot) {
    Object constant = constants.get(value.text());
    if (constant != null) {
      return constant;
    }
    List<String> todo = new ArrayList<>();
    todo.add(problems.nearest(value.text(), constants.keySet()).strip());
    todo.add("Allowed: %s.".formatted(String.join(", ", constants.keySet())));
    return refuse(spot, "TYPE-02", cannotBe(value, spot), String.join(" ", todo).strip());
  }

  private @Nullable Object formed(YamlTree.Scalar value, ValueShape.Parser parser, Spot spot) {
    if (words(value, spot) == null) {
      return null;
    }
    try {
      return parser.parse(value.text());
    } catch (IllegalArgumentException e) {
      String why = e.getMessage() == null ? "" : e.getMessage();
      return refuse(spot, "TYPE-03", cannotBe(value, spot), why);
    }
  }

  private @Nullable Object fileName(YamlTree.Scalar value, Spot spot) {
    String path = application.isEmpty() ? value.text() : application + "/" + value.text();
    if (!folder.isInside(path)) {
      return refuse(
          spot,
          "FILE-03",
          "%s leads out of the pack's folder: %s.".formatted(spot.label(), value.text()),
          "Put the file into the pack and name it relative to this folder.");
    }
    if (!folder.has(path)) {
      List<String> known = folder.filesUnder(application);
      String nearest = problems.nearest(value.text(), known).strip();
      return refuse(
          spot,
          "FILE-06",
          "%s names a file that is not there: %s.".formatted(spot.label(), value.text()),
          nearest.isEmpty() ? "Add the file or correct the name." : nearest);
    }
    return new PackFile(path);
  }

  private static Object anything(YamlTree.Scalar value) {
    String text = value.text();
    if (value.quoted() || !NOT_TEXT.matcher(text).matches()) {
      return text;
    }
    try {
      return Long.valueOf(text);
    } catch (NumberFormatException e) {
      return DECIMAL.matcher(text).matches()
          ? (Object) Double.valueOf(text)
          : (Object) Boolean.valueOf(text);
    }
  }

  private @Nullable Object misfit(YamlTree.Scalar value, Spot spot, String wanted, String todo) {
    String shown = value.quoted() ? '"' + value.text() + '"' : value.text();
    String what = "%s must be %s, but %s is not.".formatted(spot.label(), wanted, shown);
    return refuse(spot, "TYPE-01", what, todo);
  }

  private static String cannotBe(YamlTree.Scalar value, Spot spot) {
    return "%s cannot be \"%s\".".formatted(spot.label(), value.text());
  }

  private @Nullable Object refuse(Spot spot, String code, String what, String todo) {
    problems.add(spot.source(), code, what, todo);
    return null;
  }
}
