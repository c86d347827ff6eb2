package org.yiwang.story;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yiwang.matter.Bundle;
import org.yiwang.matter.Matters;
import org.yiwang.story.StoryDefinition.Applying;

/** The applications of a story, and their cases by the names that the story gives them. */
final class StoryApplications {
  private final StoryProgram program;
  private final Map<String, StoryApplication> sent = new LinkedHashMap<>();

  StoryApplications(StoryProgram program) {
    this.program = program;
  }

  void sent(Applying applying, String who, String path) {
    String name = Applications.name(applying);
    sent.put(name, new StoryApplication(name, who, path, matters(applying)));
  }

  private List<String> matters(Applying applying) {
    return applying.matter() != null
        ? List.of(applying.matter())
        : program
            .get(Matters.class)
            .findBundle(String.valueOf(applying.bundle()))
            .orElseThrow()
            .members()
            .stream()
            .map(Bundle.Member::matter)
            .toList();
  }

  /** The application of that name, or the one with that matter; the first if there is no name. */
  @Nullable StoryApplication find(@Nullable String name) {
    return named(name).findFirst().orElse(null);
  }

  private Stream<StoryApplication> named(@Nullable String name) {
    if (name == null) {
      return sent.values().stream();
    }
    String of = name.replaceAll("/.*", "");
    StoryApplication exactly = sent.get(of);
    return exactly != null
        ? Stream.of(exactly)
        : sent.values().stream().filter(one -> one.matters().contains(of));
  }

  /** The case of a matter: {@code matter}, {@code application/matter}, or the first there is. */
  @Nullable StoryCase findCase(@Nullable String name) {
    return named(name).flatMap(of -> find(of, name).stream()).findFirst().orElse(null);
  }

  private List<StoryCase> find(StoryApplication of, @Nullable String name) {
    String matter = name == null ? "" : name.replaceAll(".*/", "");
    String title =
        of.matters().contains(matter)
            ? program.get(Matters.class).getMatter(matter).name().zh()
            : null;
    return ApplicationPage.of(program.person(of.who()).page(of.path(), "zh")).cards().stream()
        .filter(card -> title == null || card.matter().equals(title))
        .map(ApplicationPage.Card::number)
        .filter(Objects::nonNull)
        .map(number -> new StoryCase(number, of.who(), null, of.path()))
        .toList();
  }
}
