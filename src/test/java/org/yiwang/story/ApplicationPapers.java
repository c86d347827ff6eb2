package org.yiwang.story;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.yiwang.story.Applying.Giving;
import org.yiwang.story.Person.Answer;

/** Gives the papers of an application, each in the way that the story says. */
final class ApplicationPapers {
  private final Mismatches mismatches;
  private final byte[] photo;

  ApplicationPapers(Mismatches mismatches, byte[] photo) {
    this.mismatches = mismatches;
    this.photo = photo;
  }

  Answer give(Person person, Applying applying, Answer page) {
    PageForm form = PageForm.in(page, "/drafts/");
    Map<String, String> fields = new LinkedHashMap<>(form.values());
    Map<String, byte[]> files = new LinkedHashMap<>();
    applying
        .papers()
        .forEach(
            (paper, giving) -> {
              String way = way(giving);
              if (!form.offers("way-" + paper, way)) {
                mismatches.add(
                    applying,
                    paper + " can be given: " + way,
                    String.valueOf(form.choices().get("way-" + paper)));
              }
              fields.put("way-" + paper, way);
              if (giving == Giving.UPLOADED) {
                files.put("file-" + paper, photo);
              }
            });
    return person.form(form.action(), fields, files);
  }

  /** A page of questions; where a file is asked for and answered, a photo goes with it, once. */
  Answer sent(Person person, PageForm form, Map<String, String> fields, Set<String> wanted) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (String file : form.files()) {
      if (wanted.contains(file)) {
        files.put(file, photo);
      }
    }
    return files.isEmpty()
        ? person.form(form.action(), fields)
        : person.form(form.action(), fields, files);
  }

  private static String way(Giving giving) {
    return switch (giving) {
      case FETCHED -> "fetch";
      case UPLOADED -> "upload";
      case PROMISED -> "promise";
      default -> giving == Giving.LATER ? "later" : "none";
    };
  }
}
