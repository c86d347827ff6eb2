package org.yiwang.submission;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yiwang.matter.Form.Field;
import org.yiwang.matter.Form.Part;
import org.yiwang.matter.Questions;
import org.yiwang.pack.Text;

/** From which page of a draft somebody asks for help (从哪一页来问). */
final class AskedFrom {
  static final String EVIDENCE = "evidence";
  static final String CHECK = "check";
  private static final String PARTS = "parts/";

  private AskedFrom() {}

  static String part(Part part) {
    return PARTS + part.id();
  }

  /** Null unless it is a page of that draft. */
  static @Nullable String read(Drafts.Open open, @Nullable String typed) {
    boolean there =
        EVIDENCE.equals(typed)
            || CHECK.equals(typed)
            || open.parts().stream().anyMatch(part -> part(part).equals(typed));
    return there ? typed : null;
  }

  /** As it is headed; empty for a page that the form has no more. */
  static Text name(Questions questions, @Nullable String page) {
    if (EVIDENCE.equals(page)) {
      return Text.of("材料", "Papers");
    }
    if (CHECK.equals(page)) {
      return Text.of("核对并提交", "Check and send");
    }
    return questions
        .findPart(page == null ? "" : page.substring(PARTS.length()))
        .map(Part::name)
        .orElse(Text.of("", ""));
  }

  /** The first of these pages that asks something of what that page asks; null for none. */
  static @Nullable String among(List<Part> parts, Questions all, @Nullable String page) {
    if (page == null || !page.startsWith(PARTS)) {
      return null;
    }
    Set<String> asked =
        all.findPart(page.substring(PARTS.length())).stream()
            .flatMap(part -> part.fields().stream())
            .map(Field::id)
            .collect(Collectors.toSet());
    return parts.stream()
        .filter(part -> part.fields().stream().anyMatch(field -> asked.contains(field.id())))
        .map(Part::id)
        .findFirst()
        .orElse(null);
  }
}
