package org.yiwang.story;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yiwang.casework.Cases;

/** The cases of a story by the names that it gives them. */
final class StoryCases {
  private final StoryProgram program;
  private final StoryApplications applications;
  private final Map<String, StoryCase> cases = new LinkedHashMap<>();

  StoryCases(StoryProgram program, StoryApplications applications) {
    this.program = program;
    this.applications = applications;
  }

  int size() {
    return cases.size();
  }

  @Nullable StoryCase find(@Nullable String name) {
    if (name == null) {
      StoryCase first = cases.values().stream().findFirst().orElse(null);
      return first == null ? applications.findCase(null) : first;
    }
    StoryCase whole = whole(name);
    String unit = StoryLinks.unitOf(name);
    if (whole != null || unit == null) {
      return whole;
    }
    StoryCase parent = whole(name.substring(0, name.length() - unit.length() - 1));
    StoryCase opinion = parent == null ? null : asked(parent, unit);
    return opinion == null ? applications.findCheck(name) : opinion;
  }

  private @Nullable StoryCase whole(String name) {
    StoryCase reported = cases.get(name);
    return reported == null ? applications.findCase(name) : reported;
  }

  /** The newest opinion asked of a unit. */
  private @Nullable StoryCase asked(StoryCase whole, String unit) {
    return program.get(Cases.class).listChildren(whole.number()).reversed().stream()
        .filter(child -> unit.equals(child.unit()))
        .findFirst()
        .map(child -> new StoryCase(child.number(), "", null, null))
        .orElse(null);
  }

  void keep(String name, @Nullable StoryCase opened) {
    if (opened != null) {
      cases.put(name, opened);
    }
  }
}
