package org.yiwang.submission;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.yiwang.matter.Answers;
import org.yiwang.matter.AttachedFile;
import org.yiwang.matter.Form.Field;
import org.yiwang.matter.Form.Kind;
import org.yiwang.page.Page;
import org.yiwang.submission.CorrectionStore.Change;

/**
 * One answer that is another now (改动的答复), whether it was put right or supplied.
 *
 * @param hidden the same with its numbers hidden
 * @param replaced files that were the answer and are so no more; they stay readable
 */
record ChangedAnswer(String question, Change said, Change hidden, List<AttachedFile> replaced) {

  /** Those of these questions that are answered otherwise now, in the words of that reader. */
  static List<ChangedAnswer> list(Page page, List<Field> fields, Answers before, Answers now) {
    Answers hiddenBefore = MaskedAnswers.numbersOf(fields, before);
    Answers hiddenNow = MaskedAnswers.numbersOf(fields, now);
    List<ChangedAnswer> changed = new ArrayList<>();
    for (Field field : fields) {
      Change said = change(page, field, before, now);
      if (!said.old().equals(said.now()) || !sameFiles(field, before, now)) {
        Change hidden = change(page, field, hiddenBefore, hiddenNow);
        changed.add(new ChangedAnswer(field.id(), said, hidden, replaced(field, before, now)));
      }
    }
    return changed;
  }

  /** Two files may well have one name. */
  static boolean sameFiles(Field field, Answers before, Answers now) {
    return field.kind() != Kind.FILE || Objects.equals(files(field, before), files(field, now));
  }

  private static List<AttachedFile> replaced(Field field, Answers before, Answers now) {
    List<AttachedFile> still = files(field, now);
    return files(field, before).stream().filter(file -> !still.contains(file)).toList();
  }

  private static List<AttachedFile> files(Field field, Answers answers) {
    return field.kind() == Kind.FILE ? AttachedFile.list(answers.at(field.id())) : List.of();
  }

  private static Change change(Page page, Field field, Answers old, Answers now) {
    return new Change(AnswerWords.of(page, field, old), AnswerWords.of(page, field, now));
  }
}
