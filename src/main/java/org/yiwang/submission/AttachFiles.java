package org.yiwang.submission;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;
import org.yiwang.matter.Answers;
import org.yiwang.matter.AttachedFile;
import org.yiwang.matter.Form.Field;
import org.yiwang.matter.Form.Kind;
import org.yiwang.matter.Form.Part;
import org.yiwang.page.Refusal;
import org.yiwang.page.RefusedException;

/**
 * Takes in and removes the files of a page's questions (附件收取). What is sound is kept even where
 * another file is refused, so that nobody chooses it twice.
 */
@Component
class AttachFiles {
  private final Papers papers;
  private final PaperStore store;
  private final SoundPicture pictures;

  AttachFiles(Papers papers, PaperStore store, SoundPicture pictures) {
    this.papers = papers;
    this.store = store;
    this.pictures = pictures;
  }

  /**
   * A page after its files were looked at.
   *
   * @param removed files that are in no answer any more
   */
  record Taken(Answers answers, List<AttachedFile> removed, List<Refusal> refusals) {}

  /** How large a file of that question may be. */
  static int megabytes(Field field) {
    return field.largest() == null
        ? Papers.MEGABYTES
        : (int) Math.min(Papers.MEGABYTES, Math.max(1, field.largest()));
  }

  /** The button or box that removes a file of a question. */
  static String remove(String field) {
    return field + "-remove";
  }

  Taken take(Drafts.Open open, Part part, Answers read, HttpServletRequest sent) {
    Answers answers = read;
    List<AttachedFile> removed = new ArrayList<>();
    List<Refusal> refusals = new ArrayList<>();
    for (Field field : part.fields()) {
      if (field.kind() == Kind.FILE) {
        List<AttachedFile> files = new ArrayList<>(AttachedFile.list(answers.at(field.id())));
        removed.addAll(removed(field, files, sent));
        files.removeAll(removed);
        add(by(open), field, files, sent, refusals);
        answers = answers.with(field.id(), AttachedFile.answer(files));
      }
    }
    return new Taken(answers, removed, refusals);
  }

  /** Gone at once; whoever they belong to is asked again, since an answer alone proves nothing. */
  void forget(Drafts.Open open, List<AttachedFile> files) {
    var by = by(open);
    files.forEach(file -> store.dropLoose(file.id(), by));
  }

  /** All files of a draft, when it goes. */
  static List<AttachedFile> of(Drafts.Open open) {
    return of(open.wanted().questions().fields(), open.draft().filled().answers());
  }

  private static List<AttachedFile> of(Stream<Field> fields, Answers answers) {
    return fields
        .filter(field -> field.kind() == Kind.FILE)
        .flatMap(field -> AttachedFile.list(answers.at(field.id())).stream())
        .toList();
  }

  private static List<AttachedFile> removed(
      Field field, List<AttachedFile> files, HttpServletRequest sent) {
    String[] ticked = sent.getParameterValues(remove(field.id()));
    List<String> gone = ticked == null ? List.of() : Arrays.asList(ticked);
    return files.stream().filter(file -> gone.contains(file.id().toString())).toList();
  }

  /**
   * @param files of the question so far; what is sound among those that came is added
   */
  void add(
      Papers.By by,
      Field field,
      List<AttachedFile> files,
      HttpServletRequest sent,
      List<Refusal> refusals) {
    for (MultipartFile one : uploads(field, sent)) {
      try {
        if (files.size() >= AttachedFile.most(field)) {
          throw new RefusedException(FileRefusals.tooManyFiles(field, AttachedFile.most(field)));
        }
        files.add(saved(by, field, one));
      } catch (RefusedException refused) {
        refused.refusals().stream().filter(r -> !refusals.contains(r)).forEach(refusals::add);
      } catch (IOException lost) {
        refusals.add(SubmissionRefusals.paperWrong(field.id()));
      }
    }
  }

  /**
   * @throws RefusedException if that question takes no such file
   */
  void check(Field field, byte[] content) {
    requireSmall(field, content.length);
    pictures.check(field.id(), content);
  }

  /** From now on the files of these questions belong to the application. */
  void bind(Submission sent, List<Field> fields) {
    of(fields.stream(), sent.filled().answers()).forEach(file -> store.bind(file.id(), sent.id()));
  }

  private static void requireSmall(Field field, long size) {
    if (size > megabytes(field) * 1024L * 1024L) {
      throw new RefusedException(SubmissionRefusals.paperTooLarge(field.id(), megabytes(field)));
    }
  }

  private AttachedFile saved(Papers.By by, Field field, MultipartFile file) throws IOException {
    requireSmall(field, file.getSize());
    pictures.check(field.id(), file.getBytes());
    UUID id = papers.save(by, field.id(), file);
    return new AttachedFile(id, store.find(id).orElseThrow().name());
  }

  private static Papers.By by(Drafts.Open open) {
    return new Papers.By(open.draft().account(), open.acting().visitId());
  }

  private static List<MultipartFile> uploads(Field field, HttpServletRequest sent) {
    var files = WebUtils.getNativeRequest(sent, MultipartHttpServletRequest.class);
    return files == null
        ? List.of()
        : files.getFiles(field.id()).stream()
            .filter(Objects::nonNull)
            .filter(file -> !file.isEmpty())
            .toList();
  }
}
