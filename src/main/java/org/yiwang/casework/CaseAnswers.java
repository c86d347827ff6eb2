package org.yiwang.casework;

import java.util.Map;
import java.util.Optional;

/**
 * What was answered for a case (办件的填报内容), asked of the floors above: the facts that conditions of a
 * lifecycle speak of.
 */
public interface CaseAnswers {
  /** By name as {@code rule.Condition} takes them, if the module keeps answers of this case. */
  Optional<Map<String, Object>> find(Case of);
}
