package org.yiwang.matter;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.yiwang.matter.Form.Field;
import org.yiwang.matter.Form.Kind;

/** What a question's {@code from} may say (预填来源), beside credentials and facts. */
public final class KnownFrom {
  /** Before what is known of people who belong to the holder, and of the cells of their rows. */
  public static final String RELATION = "relation:";

  /** What the same person answered to the question of this id before (上次填的). */
  public static final String EARLIER = "earlier";

  static final String FACT = "fact:";
  private static final Pattern CREDENTIAL =
      Pattern.compile("credential:[a-z][a-z0-9-]*/[a-z][a-z0-9-]*");
  private static final Set<String> ACCOUNT = Set.of("account:name", "account:street");

  /** Whom rows may offer: the holder, their family, who works for or represents the firm. */
  private static final Set<String> PEOPLE =
      Set.of("relation:self", "relation:family", "relation:employee", "relation:representative");

  /** What a cell may take over of whoever is offered. */
  private static final Set<String> CELLS =
      Set.of("relation:name", "relation:kind", "relation:number");

  private KnownFrom() {}

  /** What may be said instead, if a question cannot say that. */
  static Optional<Set<String>> instead(
      Field field, boolean column, String from, Set<String> facts) {
    Set<String> may = new TreeSet<>();
    if (column) {
      may.addAll(CELLS);
    } else if (field.kind() == Kind.ROWS) {
      may.addAll(PEOPLE);
    } else if (field.kind() != Kind.FILE) {
      if (CREDENTIAL.matcher(from).matches()) {
        return Optional.empty();
      }
      may.addAll(ACCOUNT);
      may.add(EARLIER);
      facts.forEach(fact -> may.add(FACT + fact));
    }
    return may.contains(from) ? Optional.empty() : Optional.of(may);
  }
}
