package org.yiwang.story;

import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yiwang.pack.Defined;
import org.yiwang.pack.PackCheck;
import org.yiwang.pack.PackReading;
import org.yiwang.pack.Problems;
import org.yiwang.story.Deed.Report;
import org.yiwang.story.StoryDefinition.Scene;

/** STORY-11 to STORY-18: a story tells something and expects something. */
final class StoryForm implements PackCheck {
  @Override
  public void check(PackReading pack, Problems problems) {
    for (Defined<StoryDefinition> defined : pack.list(StoryPackPart.STORIES)) {
      new Reading(pack, problems).story(defined.value());
    }
  }

  private record Reading(PackReading pack, Problems problems) {
    void story(StoryDefinition story) {
      if (story.scenes().stream().allMatch(scene -> scene.then().isEmpty())) {
        problems.add(
            pack.at(story, "scenes"),
            "STORY-11",
            "Nothing is expected in this story.",
            "Say under \"then\" what somebody sees.");
      }
      story.given().forEach(this::scene);
      story.scenes().forEach(this::scene);
    }

    private void scene(Scene scene) {
      if (scene.at() == null && scene.when() == null && scene.atOnce().isEmpty()) {
        problems.add(
            pack.at(scene),
            "STORY-12",
            "In this scene nothing happens and no time passes.",
            "Add \"at\" or \"when\", or move its \"then\" to the scene before.");
      }
      if (scene.atOnce().isEmpty() != (scene.allButOneRefused() == null)) {
        problems.add(
            pack.at(scene),
            "STORY-13",
            "Of several who act at once, one is served and the others are refused.",
            "Write \"at-once\" together with \"all-but-one-refused\".");
      }
      if (scene.when() != null) {
        deed(scene.when());
      }
      scene.atOnce().forEach(this::deed);
    }

    /** How many things somebody does at once. */
    private static long ways(Deed deed) {
      long single =
          Stream.of(
                  deed.reports(),
                  deed.applies(),
                  deed.supplies(),
                  deed.mandates(),
                  deed.revokes(),
                  deed.readsFile(),
                  deed.asksWhy(),
                  deed.saysWrong(),
                  deed.receives(),
                  deed.beginsFile(),
                  deed.receivesAgain(),
                  deed.notesConsent(),
                  deed.givesCode(),
                  deed.joinsFile(),
                  deed.writes(),
                  deed.compares(),
                  deed.does())
              .filter(Objects::nonNull)
              .count();
      return single
          + Stream.of(deed.asksFor(), deed.asksToMend(), deed.mends())
              .filter(questions -> !questions.isEmpty())
              .count();
    }

    private void deed(Deed deed) {
      if (ways(deed) != 1) {
        problems.add(
            pack.at(deed),
            "STORY-14",
            "Somebody does one thing at a time.",
            "Write one of \"reports\", \"applies\", \"does\", \"asks-for\", \"supplies\", \"mandates\", \"revokes\", "
                + "\"reads-file\", \"asks-why\", \"says-wrong\", \"receives\", \"begins-file\", \"receives-again\", "
                + "\"notes-consent\", \"gives-code\", \"joins-file\", "
                + "\"writes\", \"asks-to-mend\", \"mends\" and \"compares\".");
      }
      if (deed.asksToMend().size() > 1 || deed.mends().size() > 1) {
        problems.add(
            pack.at(deed),
            "STORY-17",
            "One answer is put right at a time.",
            "Write a deed for each question.");
      }
      if (deed.saysWrong() != null) {
        wrong(deed.saysWrong());
      }
      if (deed.reports() != null) {
        report(deed.reports());
      }
      if (deed.applies() != null) {
        oneOf(deed.applies(), deed.applies().matter(), deed.applies().bundle());
      }
      if (deed.notesConsent() != null) {
        oneOf(deed.notesConsent(), deed.notesConsent().matter(), deed.notesConsent().bundle());
      }
    }

    private void wrong(Deed.Wrong wrong) {
      boolean one = (wrong.fact() == null) != (wrong.relation() == null);
      if (!one || (wrong.fact() == null) != (wrong.right() == null)) {
        problems.add(
            pack.at(wrong),
            "STORY-18",
            "Either a fact is wrong, or a relation is.",
            "Write \"fact\" and \"right\", or \"relation\" alone.");
      }
    }

    private void oneOf(Object bound, @Nullable String matter, @Nullable String bundle) {
      if ((matter == null) == (bundle == null)) {
        problems.add(
            pack.at(bound),
            "STORY-16",
            "Somebody applies for a matter or for a bundle.",
            "Write one of \"matter\" and \"bundle\".");
      }
    }

    private void report(Report report) {
      boolean point = report.point().size() == 2;
      if (point == (report.place() != null) || (!point && !report.point().isEmpty())) {
        problems.add(
            pack.at(report),
            "STORY-15",
            "A report says where: either \"place\" in words, or \"point: [longitude, latitude]\".",
            "Write one of the two.");
      }
    }
  }
}
