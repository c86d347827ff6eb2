package org.yiwang.matter;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What somebody answered (填写内容), as written; what it means is for {@link Questions} to say.
 *
 * @param given by the question's id; never blank. A pin on the map stands beside its question
 * @param rows answers of questions that repeat, row by row
 */
public record Answers(Map<String, String> given, Map<String, List<Map<String, String>>> rows) {
  public static final Answers NONE = new Answers(Map.of(), Map.of());

  /** Behind a question's id: no id has a full stop. */
  private static final String PIN = ".pin";

  public Answers {
    given = Map.copyOf(given);
    rows = Map.copyOf(rows);
  }

  public @Nullable String at(String id) {
    return given.get(id);
  }

  /** Where somebody pointed on the map for a question of {@link Form.Kind#PLACE}. */
  public Optional<Pin> pinAt(String id) {
    return Optional.ofNullable(given.get(id + PIN)).flatMap(Pin::parse);
  }

  /** The same with the pin of one question set, or taken away. */
  public Answers withPin(String id, @Nullable Pin pin) {
    return with(id + PIN, pin == null ? null : pin.toString());
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
