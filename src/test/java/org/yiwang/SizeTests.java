package org.yiwang;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yiwang.SourceShapes.FileShape;
import org.yiwang.SourceShapes.MethodShape;

/** Files, methods and public doors stay as small as ARCHITECTURE.md says. */
class SizeTests {
  private static final int LONGEST_FILE = 400;
  private static final int USUAL_FILE = 250;
  private static final int LONGEST_METHOD = 40;
  private static final int USUAL_METHOD = 20;
  private static final int MOST_PARAMETERS = 6;
  private static final int USUAL_PARAMETERS = 4;
  private static final double NEARLY_ALL = 0.98;
  private static final double MOSTLY = 0.9;
  private static final double MOST_PUBLIC = 0.35;

  private static List<FileShape> files;
  private static List<MethodShape> methods;

  @BeforeAll
  static void read() throws IOException {
    files = SourceShapes.read("src/main/java");
    methods = files.stream().flatMap(file -> file.methods().stream()).toList();
  }

  @Test
  void noFileIsLong() {
    none(files, file -> file.lines() > LONGEST_FILE, FileShape::name);
    mostly(files, FileShape::lines, USUAL_FILE);
  }

  @Test
  void noMethodIsLong() {
    none(methods, method -> method.lines() > LONGEST_METHOD, MethodShape::toString);
    mostly(methods, MethodShape::lines, USUAL_METHOD);
  }

  /**
   * Wiring by constructor, the components of a record, and what the web framework hands to a
   * request's handler do not count: no caller writes those.
   */
  @Test
  void noMethodTakesManyParameters() {
    List<MethodShape> called =
        methods.stream().filter(m -> !m.constructor() && !m.handler()).toList();
    none(called, method -> method.parameters() > MOST_PARAMETERS, MethodShape::toString);
    long few = called.stream().filter(m -> m.parameters() <= USUAL_PARAMETERS).count();
    assertTrue(few >= NEARLY_ALL * called.size(), () -> few + " of " + called.size());
  }

  @Test
  void mostTypesArePackagePrivate() {
    long open = files.stream().filter(FileShape::isPublic).count();
    assertTrue(
        open <= MOST_PUBLIC * files.size(),
        () -> "%d of %d top-level types are public".formatted(open, files.size()));
  }

  @Test
  void noNameIsABannedWord() {
    List<String> banned =
        List.of(
            "Event", "Service", "Status", "Item", "Record", "Object", "Data", "Info", "Manager",
            "Helper", "Util", "Utils", "Common", "Impl");
    none(files, file -> banned.contains(file.type()) || ends(file, banned), FileShape::name);
  }

  private static boolean ends(FileShape file, List<String> banned) {
    return banned.stream().anyMatch(word -> file.type().endsWith(word));
  }

  private static <T> void none(
      List<T> all, Predicate<T> wrong, java.util.function.Function<T, String> name) {
    assertEquals(List.of(), all.stream().filter(wrong).map(name).toList());
  }

  private static <T> void mostly(List<T> all, ToIntFunction<T> size, int usual) {
    long within = all.stream().filter(one -> size.applyAsInt(one) <= usual).count();
    assertTrue(
        within >= MOSTLY * all.size(),
        () -> "only %d of %d are within %d lines".formatted(within, all.size(), usual));
  }
}
