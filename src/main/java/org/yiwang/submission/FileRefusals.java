package org.yiwang.submission;

import org.yiwang.matter.Form.Field;
import org.yiwang.pack.Text;
import org.yiwang.page.Refusal;
import org.yiwang.page.RefusedException;

/** Sentences for files of a question that are not taken (附件退回). */
final class FileRefusals {
  private FileRefusals() {}

  static Refusal paperBroken(String at) {
    return Refusal.invalid(
        "paper-broken",
        at,
        Text.of("这张图片打不开，或者太大。", "This picture cannot be opened, or is too large."),
        Text.of("请重新拍一张，或存成 PDF 再交。", "Take it again, or save it as a PDF."));
  }

  static Refusal tooManyFiles(Field field, int most) {
    return Refusal.invalid(
        "files-too-many",
        field.id(),
        Text.of(
            "“%s”最多 %d 个文件。".formatted(field.label().zh(), most),
            "“%s” takes at most %d files.".formatted(field.label().en(), most)),
        Text.of("多出来的没有收下。", "Those beyond were not taken."));
  }

  static Refusal sameFiles(Field field) {
    return Refusal.invalid(
        "files-same",
        field.id(),
        Text.of(
            "“%s”还是原来交的。".formatted(field.label().zh()),
            "“%s” is what was sent before.".formatted(field.label().en())),
        Text.of(
            "请传新的文件；以前交的，不再用的请勾上。",
            "Choose a file, and tick which of those sent before are not to be used any more."));
  }

  static RefusedException papersBusy() {
    return new RefusedException(
        Refusal.of(
            Refusal.Kind.UNAVAILABLE,
            "papers-busy",
            Text.of("现在上传的人很多。", "Many people are uploading just now."),
            Text.of("请过一会儿再试。", "Please try again in a while.")));
  }
}
