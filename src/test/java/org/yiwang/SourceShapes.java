package org.yiwang;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** How large the sources are, read with the compiler's own parser. */
final class SourceShapes {
  private SourceShapes() {}

  /** One source file with its one top-level type. */
  record FileShape(
      String name, String type, boolean isPublic, int lines, List<MethodShape> methods) {}

  /** One method; lines from its name to its closing brace. */
  record MethodShape(
      String file, String name, boolean constructor, boolean handler, int lines, int parameters) {
    @Override
    public String toString() {
      return "%s.%s: %d lines, %d parameters".formatted(file, name, lines, parameters);
    }
  }

  static List<FileShape> read(String folder) throws IOException {
    List<Path> sources;
    try (Stream<Path> all = Files.walk(Path.of(folder))) {
      sources =
          all.filter(path -> path.toString().endsWith(".java"))
              .filter(path -> !path.endsWith("package-info.java"))
              .sorted()
              .toList();
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(sources));
      SourcePositions positions = Trees.instance(task).getSourcePositions();
      List<FileShape> shapes = new ArrayList<>();
      for (CompilationUnitTree unit : task.parse()) {
        shapes.add(shape(unit, positions));
      }
      return shapes;
    }
  }

  private static FileShape shape(CompilationUnitTree unit, SourcePositions positions) {
    ClassTree type =
        (ClassTree)
            unit.getTypeDecls().stream()
                .filter(ClassTree.class::isInstance)
                .findFirst()
                .orElseThrow();
    LineMap lines = unit.getLineMap();
    List<MethodShape> methods = new ArrayList<>();
    String name = type.getSimpleName().toString();
    new TreePathScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitMethod(MethodTree method, @Nullable Void none) {
        Tree body = method.getBody();
        long start = positions.getStartPosition(unit, method);
        long end = positions.getEndPosition(unit, method);
        if (body != null && end > start) {
          long from = positions.getStartPosition(unit, body);
          methods.add(
              new MethodShape(
                  name,
                  method.getName().toString(),
                  method.getReturnType() == null,
                  method.getModifiers().getAnnotations().stream()
                      .anyMatch(a -> a.getAnnotationType().toString().endsWith("Mapping")),
                  (int) (lines.getLineNumber(end) - lines.getLineNumber(from) + 1),
                  method.getParameters().size()));
        }
        return super.visitMethod(method, none);
      }
    }.scan(unit, null);
    int length = (int) lines.getLineNumber(positions.getEndPosition(unit, type));
    boolean open = type.getModifiers().getFlags().contains(Modifier.PUBLIC);
    return new FileShape(unit.getSourceFile().getName(), name, open, length, methods);
  }
}
