package org.yiwang.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * A pack may call a question whatever FORM-01 lets it: no button or field that a page with
 * questions adds of its own has such a name, so that one is never read as the other.
 */
class QuestionNamesTests {
  private static final Path PAGES = Path.of("src/main/jte/submission");
  private static final Pattern QUESTIONS = Pattern.compile("@template\\.submission\\.field\\(");
  private static final Pattern PART = Pattern.compile("@template\\.submission\\.(\\w+)\\(");
  private static final Pattern NAME = Pattern.compile("\\bname ?= ?\"([^\"$]+)\"");
  private static final Pattern OF_A_QUESTION = Pattern.compile("[a-z][a-z0-9_]*");

  @Test
  void noFieldOfThePageItselfHasANameThatAQuestionMayHave() throws IOException {
    Set<String> names = new TreeSet<>();
    for (String page : withQuestions()) {
      NAME.matcher(source(page)).results().map(found -> found.group(1)).forEach(names::add);
    }
    assertThat(names)
        .as("they are found at all")
        .contains("add-row", "ask-help", "case-version", "why-corrected")
        .allSatisfy(name -> assertThat(name).doesNotMatch(OF_A_QUESTION));
  }

  /** The pages that draw questions, and the parts that they are made of. */
  private static Set<String> withQuestions() throws IOException {
    Set<String> found = new TreeSet<>();
    try (var pages = Files.list(PAGES)) {
      for (Path page : pages.toList()) {
        String name = page.getFileName().toString().replace(".jte", "");
        if (QUESTIONS.matcher(source(name)).find()) {
          add(name, found);
        }
      }
    }
    return found;
  }

  private static void add(String page, Set<String> found) throws IOException {
    if (found.add(page)) {
      for (MatchResult part : PART.matcher(source(page)).results().toList()) {
        add(part.group(1), found);
      }
    }
  }

  private static String source(String page) throws IOException {
    return Files.readString(PAGES.resolve(page + ".jte"));
  }
}
