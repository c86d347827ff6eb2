package org.yiwang.matter;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody answered (填写内容), as written; what it means is for {@link Questions} to say.
 *
 * @param given by the question's id; never blank
 * @param rows answers of questions that repeat, row by row
 */
public record Answers(Map<String, String> given, Map<String, List<Map<String, String>>> rows) {
  public static final Answers NONE = new Answers(Map.of(), Map.of());

  public Answers {
    given = Map.copyOf(given);
    rows = Map.copyOf(rows);
  }

  public @Nullable String at(String id) {
    return given.get(id);
  }

  public List<Map<String, String>> rowsAt(String id) {
    return rows.getOrDefault(id, List.of());
  }

  public boolean has(String id) {
    return given.containsKey(id) || !rowsAt(id).isEmpty();
  }

  /**
   * The same with one answer changed.
   *
   * @param answer blank takes it away
   */
  public Answers with(String id, @Nullable String answer) {
    Map<String, String> changed = new LinkedHashMap<>(given);
    if (answer == null || answer.isBlank()) {
      changed.remove(id);
    } else {
      changed.put(id, answer.strip());
    }
    return new Answers(changed, rows);
  }

  /** The same with the rows of one question changed. */
  public Answers withRows(String id, List<Map<String, String>> answered) {
    Map<String, List<Map<String, String>>> changed = new LinkedHashMap<>(rows);
    if (answered.isEmpty()) {
      changed.remove(id);
    } else {
      changed.put(id, List.copyOf(answered));
    }
    return new Answers(given, changed);
  }
}
