package org.yiwang.submission;

import java.util.ArrayList;
import java.util.List;
import org.yiwang.matter.Answers;
import org.yiwang.matter.AttachedFile;
import org.yiwang.matter.Form.Field;

/**
 * Files of a question (附件).
 *
 * @param files that came with this page or the draft, and can be taken off
 * @param given that an application was sent with, each of which may be left out
 * @param left ids of those that are left out
 * @param again whether it is of an application that was sent, and not of a draft
 * @param megabytes of one at most
 */
record AttachedView(
    List<AttachedFile> files,
    List<AttachedFile> given,
    List<String> left,
    boolean again,
    int most,
    int megabytes) {
  static AttachedView of(Field field, Answers answers) {
    return of(field, Answers.NONE, answers, false);
  }

  /** Of an application that was sent, which said something before. */
  static AttachedView again(Field field, Answers before, Answers answers) {
    return of(field, before, answers, true);
  }

  private static AttachedView of(Field field, Answers before, Answers answers, boolean again) {
    List<AttachedFile> given = AttachedFile.list(before.at(field.id()));
    List<AttachedFile> files = new ArrayList<>(AttachedFile.list(answers.at(field.id())));
    List<String> left =
        given.stream().filter(file -> !files.contains(file)).map(it -> it.id().toString()).toList();
    files.removeAll(given);
    return new AttachedView(
        files, given, left, again, AttachedFile.most(field), AttachFiles.megabytes(field));
  }

  boolean full() {
    return files.size() >= most && given.isEmpty();
  }

  /** How many can still come with one page. */
  int more() {
    return Math.max(1, most - files.size());
  }
}
