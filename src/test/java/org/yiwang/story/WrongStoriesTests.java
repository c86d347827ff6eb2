package org.yiwang.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Stories that expect what does not happen: each is told with its line, what was expected and what
 * was seen. Without this a runner that compares nothing would let every story pass.
 */
class WrongStoriesTests {
  private static final Path TOY = Path.of("packs/_toy");
  private static final String BEGINNING =
      """
      id: %s
      name: {zh: 说错的故事, en: A story that is wrong}
      on: 2026-11-24
      scenes:
        - at: "09:30"
          when: {who: mei, reports: {category: 办新证, text: 我想办一张借书证, point: [0.004, 0.005]}}
      """;
  private static final int LINES_BEFORE = 6;

  @TempDir static Path folder;
  private static StoryBook book;
  private static StoryProgram program;

  @BeforeAll
  static void start() throws IOException {
    Path pack = folder.resolve("_toy");
    copy(TOY, pack);
    Path stories = pack.resolve("library-card/stories");
    try (Stream<Path> shipped = Files.list(stories)) {
      for (Path story : shipped.toList()) {
        Files.delete(story);
      }
    }
    for (Wrong wrong : Wrong.values()) {
      Files.writeString(
          stories.resolve(wrong.id() + ".yaml"), BEGINNING.formatted(wrong.id()) + wrong.rest);
    }
    book = StoryBook.open(pack);
    program = StoryProgram.start(pack);
  }

  @AfterAll
  static void stop() {
    if (program != null) {
      program.close();
    }
  }

  /** What comes after the beginning. */
  private enum Wrong {
    SEES(
        """
            then:
              - {who: mei, sees: {status: 已发证, due: "14:45", closed: true}}
              - {who: keeper, sees: {step: checked, late: true, history: [check]}}
        """),
    NOTHING(
        """
            then:
              - {who: bo, sees: {nothing: true}}
        """),
    MAY(
        """
            then:
              - {who: bo, may: [check, issue]}
              - {who: bo, may-not: [check]}
              - {who: bo, queued: false}
        """),
    TOLD(
        """
            then:
              - {who: mei, told: [您的借书证已办好。]}
        """),
    COUNTS(
        """
            then:
              - {who: keeper, counts: {open: 7, late: 0, all: 1}}
        """),
    REFUSED(
        """
          - when: {who: bo, does: check, refused: case-outdated}
            then: [{who: mei, sees: {closed: false}}]
        """),
    DONE(
        """
          - when: {who: lin, does: check}
            then: [{who: mei, sees: {closed: false}}]
        """),
    REASON(
        """
          - when: {who: lin, does: check, refused: no-such-reason}
            then: [{who: mei, sees: {closed: false}}]
        """),
    RIGHT(
        """
            then:
              - {who: mei, sees: {status: 已申请, due: "13:30", closed: false}}
              - {who: bo, may: [check], queued: true}
              - {who: keeper, counts: {open: 1, late: 0, all: 1}}
        """);

    private final String rest;

    Wrong(String rest) {
      this.rest = rest;
    }

    String id() {
      return "wrong-" + name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  @Test
  void theSameWayOfTellingLetsARightStoryPass() {
    assertThat(catchThrowable(() -> play(Wrong.RIGHT))).isNull();
  }

  @Test
  void whatIsSeenOtherwiseIsSaidFigureByFigure() {
    assertThat(said(Wrong.SEES))
        .containsExactly(
            at(Wrong.SEES, 2, "status 已发证", "status 已申请 / Applied"),
            at(Wrong.SEES, 2, "due 14:45", "due 2026-11-24T13:30+08:00[Asia/Shanghai]"),
            at(Wrong.SEES, 2, "closed true", "closed false"),
            at(Wrong.SEES, 3, "step checked", "step applied / 待核对 / To be checked"),
            at(Wrong.SEES, 3, "late true", "late false"),
            at(Wrong.SEES, 3, "history [check]", "history []"));
  }

  @Test
  void aCaseThatShouldBeOutOfSightIsSaid() {
    assertThat(said(Wrong.NOTHING))
        .singleElement()
        .asString()
        .startsWith(
            at(Wrong.NOTHING, 2, "nothing of LC-20261124-", "").lines().findFirst().orElseThrow())
        .containsPattern("expected: nothing of LC-20261124-\\d{5}\\R +seen: +200 ");
  }

  @Test
  void whatIsOfferedOtherwiseIsSaid() {
    assertThat(said(Wrong.MAY))
        .containsExactly(
            at(Wrong.MAY, 2, "may [check, issue]", "may [check]"),
            at(Wrong.MAY, 3, "may not check", "may [check]"),
            at(Wrong.MAY, 4, "in the own queue: false", "in the own queue: true"));
  }

  @Test
  void whatNobodyWasToldIsSaid() {
    assertThat(said(Wrong.TOLD))
        .containsExactly(at(Wrong.TOLD, 2, "told [您的借书证已办好。]", "told [] and []"));
  }

  @Test
  void whatIsCountedOtherwiseIsSaid() {
    assertThat(said(Wrong.COUNTS)).containsExactly(at(Wrong.COUNTS, 2, "open 7", "open 1"));
  }

  @Test
  void whatIsServedThoughItShouldBeRefusedIsSaid() {
    List<String> said = said(Wrong.REFUSED);
    assertThat(said).hasSize(2);
    assertThat(said.getFirst())
        .isEqualTo(at(Wrong.REFUSED, 1, "refused with case-outdated", "it was done"));
    assertThat(said.getLast()).contains("expected: nothing changed by what was refused");
  }

  @Test
  void whatIsRefusedThoughItShouldBeServedIsSaid() {
    assertThat(said(Wrong.DONE))
        .singleElement()
        .asString()
        .startsWith(at(Wrong.DONE, 1, "it is done", "refused: 403 "));
  }

  @Test
  void anotherReasonThanTheExpectedOneIsSaid() {
    assertThat(said(Wrong.REASON))
        .singleElement()
        .asString()
        .startsWith(at(Wrong.REASON, 1, "refused with no-such-reason", "403 "));
  }

  private static String at(Wrong wrong, int line, String expected, String seen) {
    return "%s:%d%n    expected: %s%n    seen:     %s"
        .formatted(
            book.pack().resolve("library-card/stories").resolve(wrong.id() + ".yaml"),
            LINES_BEFORE + line,
            expected,
            seen);
  }

  /** One text for each mismatch. */
  private static List<String> said(Wrong wrong) {
    Throwable thrown = catchThrowable(() -> play(wrong));
    assertThat(thrown).isInstanceOf(AssertionError.class);
    String[] parts = String.valueOf(thrown.getMessage()).split(System.lineSeparator() + "  (?! )");
    assertThat(parts[0]).isEqualTo("The story went otherwise:");
    return List.of(parts).subList(1, parts.length);
  }

  private static void play(Wrong wrong) {
    StoryDefinition story =
        book.stories().stream()
            .map(defined -> defined.value())
            .filter(one -> one.id().equals(wrong.id()))
            .findFirst()
            .orElseThrow();
    new StoryRun(program, book, story).play();
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path path : all.toList()) {
        Path target = to.resolve(from.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(target);
        } else {
          Files.copy(path, target);
        }
      }
    }
  }
}
