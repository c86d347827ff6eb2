package org.yiwang.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import org.yiwang.pack.Text;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads rows of entries with every digit of their numbers, since what is read here is hashed. */
final class EntryRows {
  private static final TypeReference<Map<String, Object>> FACTS = new TypeReference<>() {};
  private static final JsonMapper EXACT =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private EntryRows() {}

  static Entry entry(ResultSet row, int number) throws SQLException {
    var actor =
        new Actor(
            Actor.Kind.valueOf(row.getString("actor_kind")),
            row.getString("actor_account"),
            Text.of(row.getString("actor_zh"), row.getString("actor_en")));
    return new Entry(
        row.getLong("id"),
        row.getTimestamp("at").toInstant(),
        actor,
        row.getString("kind"),
        row.getString("subject"),
        EXACT.readValue(row.getString("facts"), FACTS));
  }
}
