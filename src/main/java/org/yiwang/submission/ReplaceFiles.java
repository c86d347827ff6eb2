package org.yiwang.submission;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yiwang.matter.Answers;
import org.yiwang.matter.AttachedFile;
import org.yiwang.matter.Form.Field;
import org.yiwang.matter.Form.Kind;
import org.yiwang.page.Refusal;
import org.yiwang.page.RefusedException;

/**
 * Takes in files for questions of an application that was sent (换附件): for a supplement or a
 * correction. Of the files that were sent each stays or is left out, and those that come now stay
 * with the page if it is drawn again, as {@link SupplementPapers} keeps papers. The form may say
 * which; what is meant is only what was the answer before, or what the same person uploaded and no
 * application has.
 */
@Component
class ReplaceFiles {
  private final AttachFiles attach;
  private final PaperStore store;

  ReplaceFiles(AttachFiles attach, PaperStore store) {
    this.attach = attach;
    this.store = store;
  }

  /**
   * A page after its files were looked at.
   *
   * @param answers with the files that are to be the answer
   * @param takenOff whether a file was only taken off the page
   */
  record Chosen(Answers answers, boolean takenOff, List<Refusal> refusals) {
    /** Whether the page is drawn again: a row or a file comes or goes, or one cannot be taken. */
    boolean redraws(Sent sent) {
      return takenOff || !refusals.isEmpty() || FormReading.changesRows(sent.form());
    }
  }

  /** The field that says which new files stand on the page already. */
  static String kept(String field) {
    return field + "-kept";
  }

  /**
   * @param before as the application says it
   * @param read with what else was answered on the page
   */
  Chosen read(List<Field> fields, Answers before, Answers read, Papers.By by, Sent sent) {
    Answers answers = read;
    boolean takenOff = false;
    List<Refusal> refusals = new ArrayList<>();
    for (Field field : fields) {
      if (field.kind() == Kind.FILE) {
        Question asked = new Question(field, by, sent, refusals);
        List<AttachedFile> given = AttachedFile.list(before.at(field.id()));
        List<AttachedFile> fresh = fresh(asked);
        attach.add(by, field, fresh, sent.form(), refusals);
        takenOff |= asked.takesOff(given);
        answers = answers.with(field.id(), AttachedFile.answer(asked.together(given, fresh)));
      }
    }
    return new Chosen(answers, takenOff, refusals);
  }

  /** New files that came with the page before; one that is to go, goes at once. */
  private List<AttachedFile> fresh(Question asked) {
    List<AttachedFile> fresh = new ArrayList<>();
    for (UUID id : asked.kept()) {
      if (asked.removed().contains(id.toString())) {
        store.dropLoose(id, asked.by());
      } else if (fresh.size() < AttachedFile.most(asked.field())) {
        store
            .findLoose(id, asked.by())
            .flatMap(paper -> sound(asked, paper))
            .ifPresent(paper -> fresh.add(new AttachedFile(id, paper.name())));
      }
    }
    return fresh;
  }

  /**
   * It may be one's own and yet have come for something else, where more is taken. Where nobody can
   * look at it just now it stays on the page, which is not sent then.
   */
  private Optional<Paper> sound(Question asked, Paper paper) {
    try {
      attach.check(asked.field(), store.content(paper));
      return Optional.of(paper);
    } catch (RefusedException refused) {
      asked.refusals().addAll(refused.refusals());
      boolean later = refused.refusals().getFirst().kind() == Refusal.Kind.UNAVAILABLE;
      return later ? Optional.of(paper) : Optional.empty();
    }
  }

  /** One question on the page that was sent. */
  private record Question(Field field, Papers.By by, Sent sent, List<Refusal> refusals) {
    List<String> removed() {
      return values(AttachFiles.remove(field.id()));
    }

    List<UUID> kept() {
      return values(ReplaceFiles.kept(field.id())).stream()
          .flatMap(value -> SupplementPapers.id(value).stream())
          .distinct()
          .toList();
    }

    /** A button was pressed; what was sent before is only ticked. */
    boolean takesOff(List<AttachedFile> given) {
      List<String> ticks = given.stream().map(file -> file.id().toString()).toList();
      return removed().stream().anyMatch(id -> !ticks.contains(id));
    }

    /** Where one file is all, a new one takes its place. */
    List<AttachedFile> together(List<AttachedFile> given, List<AttachedFile> fresh) {
      List<AttachedFile> files = new ArrayList<>(given);
      files.removeIf(file -> removed().contains(file.id().toString()));
      if (AttachedFile.most(field) == 1 && !fresh.isEmpty()) {
        files.clear();
      }
      files.addAll(fresh);
      return files;
    }

    private List<String> values(String name) {
      String[] values = sent.form().getParameterValues(name);
      return values == null ? List.of() : Arrays.asList(values);
    }
  }
}
