package org.yiwang.casework;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the text of every lifecycle version a case may run on. */
@Repository
class LifecycleStore {
  private final JdbcClient sql;
  private final JsonMapper json;

  LifecycleStore(JdbcClient sql, JsonMapper json) {
    this.sql = sql;
    this.json = json;
  }

  LifecycleDefinition get(Lifecycles.Key key) {
    return find(key)
        .orElseThrow(() -> new IllegalStateException("Lifecycle " + key + " was never loaded"));
  }

  /** The text of every version ever kept. */
  Map<Lifecycles.Key, String> listKept() {
    Map<Lifecycles.Key, String> kept = new HashMap<>();
    sql.sql("select application, id, version, definition from casework_lifecycle")
        .query(
            (row, index) ->
                kept.put(
                    new Lifecycles.Key(row.getString(1), row.getString(2), row.getInt(3)),
                    row.getString(4)))
        .list();
    return kept;
  }

  LifecycleDefinition read(String text) {
    return json.readValue(text, LifecycleDefinition.class);
  }

  private java.util.Optional<LifecycleDefinition> find(Lifecycles.Key key) {
    return sql.sql(
            """
            select definition from casework_lifecycle
             where application = ? and id = ? and version = ?
            """)
        .params(key.application(), key.id(), key.version())
        .query(String.class)
        .optional()
        .map(this::read);
  }

  /**
   * Keeps a version as the pack has it now.
   *
   * @param kept its text as it is kept, null for a new one
   * @throws IllegalStateException when the graph changed under cases that run on it
   */
  void keep(Lifecycles.Key key, LifecycleDefinition graph, @Nullable String kept) {
    String text = json.writeValueAsString(graph);
    if (text.equals(kept)) {
      return;
    }
    if (kept != null && !shape(read(kept)).equals(shape(graph))) {
      refuseIfUsed(key);
    }
    sql.sql(
            """
            insert into casework_lifecycle (application, id, version, definition)
            values (?, ?, ?, ?)
            on conflict (application, id, version) do update set definition = excluded.definition
            """)
        .params(key.application(), key.id(), key.version(), text)
        .update();
  }

  private void refuseIfUsed(Lifecycles.Key key) {
    long cases =
        sql.sql(
                """
                select count(*) from casework_case
                 where application = ? and lifecycle = ? and lifecycle_version = ?
                """)
            .params(key.application(), key.id(), key.version())
            .query(Long.class)
            .single();
    if (cases > 0) {
      throw new IllegalStateException(
          "Lifecycle %s/%s version %d changed while %d cases run on it. Give it version %d."
              .formatted(key.application(), key.id(), key.version(), cases, key.version() + 1));
    }
  }

  /** Steps, actions and where they lead: what must not change without a new version. */
  private static Map<String, Set<String>> shape(LifecycleDefinition graph) {
    return graph.steps().entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                step ->
                    Stream.concat(
                            step.getValue().actions().entrySet().stream()
                                .map(a -> a.getKey() + ">" + a.getValue().to() + a.getValue().by()),
                            opinions(step.getValue().parallel()))
                        .collect(Collectors.toSet())));
  }

  private static String opinion(LifecycleDefinition.Opinion one) {
    String when = one.when() == null ? "" : " when " + one.when().text();
    return one.id() + "=" + one.lifecycle() + when;
  }

  private static Stream<String> opinions(LifecycleDefinition.@Nullable Parallel parallel) {
    return parallel == null
        ? Stream.empty()
        : Stream.concat(
            parallel.opinions().stream().map(LifecycleStore::opinion),
            Stream.of(parallel.whenAll() + "|" + parallel.whenAnyRefuses()));
  }
}
