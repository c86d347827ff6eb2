package org.yiwang.story;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.yiwang.pack.Defined;
import org.yiwang.pack.Packs;

/**
 * Plays the stories of all packs through the whole program; of some packs only with {@code
 * -Dstories=packs/x,packs/y}, and of these only some with {@code -Dstory=id,id}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoryTests {
  private final List<StoryProgram> programs = new ArrayList<>();

  @AfterAll
  void stop() {
    programs.forEach(StoryProgram::close);
  }

  @TestFactory
  Stream<DynamicNode> stories() {
    return packs().stream().map(StoryBook::open).filter(book -> !book.isEmpty()).map(this::played);
  }

  private static List<Path> packs() {
    String asked = System.getProperty("stories", "");
    return asked.isBlank()
        ? Packs.listFolders(Path.of("packs"))
        : Arrays.stream(asked.split(",")).map(String::strip).map(Path::of).toList();
  }

  private DynamicNode played(StoryBook book) {
    List<String> only = List.of(System.getProperty("story", "").split(","));
    return DynamicContainer.dynamicContainer(
        book.pack().getFileName().toString(),
        book.stories().stream()
            .filter(story -> only.contains("") || only.contains(story.id()))
            .map(story -> played(book, story)));
  }

  private DynamicTest played(StoryBook book, Defined<StoryDefinition> story) {
    String name = story.value().name().zh() + " (" + story.id() + ")";
    File file = book.pack().resolve(story.source().file()).toFile();
    return DynamicTest.dynamicTest(
        name, file.toURI(), () -> new StoryRun(program(book), book, story.value()).play());
  }

  /** The pack's program, started with its first story. */
  private StoryProgram program(StoryBook book) {
    return programs.stream()
        .filter(running -> running.pack().equals(book.pack()))
        .findFirst()
        .orElseGet(
            () -> {
              StoryProgram started = StoryProgram.start(book.pack());
              programs.add(started);
              return started;
            });
  }
}
