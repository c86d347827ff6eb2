package org.yiwang.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.html.HtmlInterceptor;
import gg.jte.html.HtmlTemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.Utf8ByteOutput;
import gg.jte.resolve.DirectoryCodeResolver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * Templates from the source tree, compiled anew when one has changed, for whoever edits them. Each
 * time the classes get new names and are put beside the program's own, because a template may use
 * the package-private records of its module, which another class loader could not see.
 */
final class EditedTemplates implements Templates {
  private static final Path SOURCES = Path.of("src/main/jte");
  private static final Path WORK = Path.of("target/jte-edited");
  private int generation;
  private long compiledAt;

  @Override
  public boolean has(String template) {
    return Files.exists(SOURCES.resolve(template + ".jte"));
  }

  @Override
  public Utf8ByteOutput draw(String template, Map<String, Object> model) {
    try {
      Class<?> drawing = Class.forName(className(template, upToDate()));
      Utf8ByteOutput out = new Utf8ByteOutput();
      drawing
          .getMethod("renderMap", HtmlTemplateOutput.class, HtmlInterceptor.class, Map.class)
          .invoke(null, new OwaspHtmlTemplateOutput(out), null, model);
      return out;
    } catch (ReflectiveOperationException broken) {
      throw new IllegalStateException(template + " cannot be drawn", broken);
    }
  }

  private static String className(String template, int generation) {
    int slash = template.lastIndexOf('/');
    return "%s.%s.Jte%sGenerated%d"
        .formatted(
            PageConfiguration.PACKAGE,
            template.substring(0, slash).replace('/', '.'),
            template.substring(slash + 1),
            generation);
  }

  private synchronized int upToDate() {
    long changedAt = newest();
    if (changedAt > compiledAt) {
      generation++;
      compile();
      compiledAt = changedAt;
    }
    return generation;
  }

  private static long newest() {
    return files(SOURCES, ".jte").stream()
        .mapToLong(f -> f.toFile().lastModified())
        .max()
        .orElse(0);
  }

  private void compile() {
    Path java = WORK.resolve("java-" + generation);
    Path classes = WORK.resolve("classes-" + generation);
    TemplateEngine engine =
        TemplateEngine.create(
            new DirectoryCodeResolver(SOURCES),
            java,
            ContentType.Html,
            EditedTemplates.class.getClassLoader(),
            PageConfiguration.PACKAGE);
    engine.setTrimControlStructures(true);
    engine.generateAll();
    List<String> arguments = new ArrayList<>(List.of("-nowarn", "-proc:none", "-parameters"));
    arguments.addAll(List.of("-d", classes.toString()));
    arguments.addAll(List.of("-cp", System.getProperty("java.class.path")));
    for (Path source : files(java, ".java")) {
      arguments.add(renamed(source).toString());
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler.run(null, null, null, arguments.toArray(String[]::new)) != 0) {
      throw new IllegalStateException("a template does not compile; see above");
    }
    files(classes, ".class").forEach(EditedTemplates::define);
  }

  /** The same source with the generation in every generated class's name. */
  private Path renamed(Path source) {
    try {
      String words =
          Files.readString(source)
              .replaceAll("\\bJte(\\w+)Generated\\b", "Jte$1Generated" + generation);
      String name =
          source
              .getFileName()
              .toString()
              .replace("Generated.java", "Generated" + generation + ".java");
      return Files.writeString(source.resolveSibling(name), words);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static void define(Path compiled) {
    try {
      Path folder = compiled.subpath(3, compiled.getNameCount() - 1);
      String neighbour = folder.toString().replace('/', '.') + ".package-info";
      MethodHandles.privateLookupIn(Class.forName(neighbour), MethodHandles.lookup())
          .defineClass(Files.readAllBytes(compiled));
    } catch (IOException | ReflectiveOperationException refused) {
      throw new IllegalStateException(compiled + " cannot be loaded", refused);
    }
  }

  private static List<Path> files(Path folder, String ending) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(f -> f.toString().endsWith(ending)).toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
