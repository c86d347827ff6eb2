package org.yiwang.pack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** The files of one pack on disk: which there are, and that none of them reaches outside. */
final class PackFolder {
  /** Bytes of one YAML or CSV file; the largest table known (10,000 rows) has 3 MB. */
  static final int LARGEST_TEXT = 16 * 1024 * 1024;

  private static final int MOST_FILES = 20_000;

  private final Path root;
  private final SortedSet<String> files = new TreeSet<>();

  private PackFolder(Path root) {
    this.root = root;
  }

  /** Lists the folder's files; those that may not be there become problems and are left out. */
  static PackFolder open(Path folder, ProblemList problems) {
    PackFolder opened = new PackFolder(folder.toAbsolutePath().normalize());
    try {
      if (Files.isDirectory(opened.root)) {
        Files.walkFileTree(opened.root, opened.new Visitor(problems));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the folder " + folder, e);
    }
    return opened;
  }

  Path root() {
    return root;
  }

  /** The folder's name without the underscore that marks packs kept for tests. */
  String name() {
    return root.getFileName().toString().replaceFirst("^_", "");
  }

  /** All allowed files, relative with {@code /}, sorted. */
  SortedSet<String> files() {
    return files;
  }

  boolean has(String file) {
    return files.contains(Path.of(file).normalize().toString());
  }

  /** Files below a folder, relative to it; the empty folder is the pack's own. */
  List<String> filesUnder(String folder) {
    String start = folder.isEmpty() ? "" : folder + "/";
    return files.stream()
        .filter(file -> file.startsWith(start))
        .map(file -> file.substring(start.length()))
        .toList();
  }

  boolean isInside(String relative) {
    try {
      return !Path.of(relative).isAbsolute()
          && root.resolve(relative).normalize().startsWith(root)
          && !relative.contains("\\");
    } catch (InvalidPathException e) {
      return false;
    }
  }

  /**
   * @throws IllegalArgumentException when the path leads out of the folder
   */
  Path resolve(String relative) {
    if (!isInside(relative)) {
      throw new IllegalArgumentException("This path leads out of the pack: " + relative);
    }
    return root.resolve(relative).normalize();
  }

  /** The file's text; empty when it is not text, with a problem that says so. */
  Optional<String> text(String file, ProblemList problems) {
    try {
      byte[] bytes = Files.readAllBytes(root.resolve(file));
      if (bytes.length > LARGEST_TEXT) {
        problems.add(
            new Source(file, 1),
            "FILE-05",
            "The file has %d bytes; at most %d are read.".formatted(bytes.length, LARGEST_TEXT),
            "Split it.");
        return Optional.empty();
      }
      return decode(file, bytes, problems);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }

  private static Optional<String> decode(String file, byte[] bytes, ProblemList problems) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(buffer)
              .toString();
      return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
    } catch (CharacterCodingException e) {
      int line = 1;
      for (int i = 0; i < buffer.position(); i++) {
        line += bytes[i] == '\n' ? 1 : 0;
      }
      problems.add(
          new Source(file, line),
          "FILE-04",
          "The file is not written in UTF-8.",
          "Save it again with the encoding UTF-8 (in a spreadsheet: \"CSV UTF-8\").");
      return Optional.empty();
    }
  }

  private final class Visitor extends SimpleFileVisitor<Path> {
    private final ProblemList problems;

    Visitor(ProblemList problems) {
      this.problems = problems;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      boolean hidden = !folder.equals(root) && folder.getFileName().toString().startsWith(".");
      return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
      String file = root.relativize(path).toString().replace('\\', '/');
      if (FileRules.allows(file, attributes, problems)) {
        files.add(file);
      }
      if (files.size() <= MOST_FILES) {
        return FileVisitResult.CONTINUE;
      }
      String what = "The folder has more than %d files; the others are not read.";
      problems.add(
          new Source(file, 1),
          "FILE-08",
          what.formatted(MOST_FILES),
          "Is this the folder of a district? Take out what is not part of it.");
      return FileVisitResult.TERMINATE;
    }
  }
}
