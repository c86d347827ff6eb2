package org.yiwang.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of the sealed log: leaves, tiles, checkpoints. */
@Repository
class LogStore {
  private static final String LEAVES =
      """
      insert into %s (index, entry, salt, leaf)
      select * from unnest(?::bigint[], ?::bigint[], ?::bytea[], ?::bytea[])
      """;
  private static final String HEAD =
      "select size, root, at, settled, note from journal_checkpoint ";
  private static final String LEAF =
      """
      select l.index as leaf_index, l.entry as leaf_entry, l.salt, l.leaf, e.*
        from journal_leaf l left join journal_entry e on e.id = l.entry
      """;

  private final JdbcClient sql;
  private final JdbcTemplate template;

  LogStore(JdbcClient sql, JdbcTemplate template) {
    this.sql = sql;
    this.template = template;
  }

  /** Entries without a leaf above an id, lowest id first. */
  List<Entry> listUnsealed(long above, int limit) {
    return sql.sql(
            """
            select e.* from journal_entry e
             where e.id > ? and not exists (select from journal_leaf l where l.entry = e.id)
             order by e.id limit ?
            """)
        .params(above, limit)
        .query(EntryRows::entry)
        .list();
  }

  long countUnsealed(long above) {
    return sql.sql(
            """
            select count(*) from journal_entry e
             where e.id > ? and not exists (select from journal_leaf l where l.entry = e.id)
            """)
        .param(above)
        .query(Long.class)
        .single();
  }

  void addLeaves(List<Leaf> leaves) {
    addLeaves("journal_leaf", leaves);
  }

  /**
   * @param table a name of our own
   */
  void addLeaves(String table, List<Leaf> leaves) {
    String insert = LEAVES.formatted(table);
    template.execute(
        (ConnectionCallback<Integer>) connection -> addLeaves(connection, insert, leaves));
  }

  private static int addLeaves(Connection connection, String statement, List<Leaf> leaves)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(statement)) {
      Object[] indexes = leaves.stream().map(Leaf::index).toArray();
      Object[] ids = leaves.stream().map(Leaf::id).toArray();
      byte[][] salts = leaves.stream().map(Leaf::salt).toArray(byte[][]::new);
      byte[][] contents = leaves.stream().map(Leaf::content).toArray(byte[][]::new);
      insert.setArray(1, connection.createArrayOf("bigint", indexes));
      insert.setArray(2, connection.createArrayOf("bigint", ids));
      insert.setArray(3, connection.createArrayOf("bytea", salts));
      insert.setArray(4, connection.createArrayOf("bytea", contents));
      return insert.executeUpdate();
    }
  }

  /** Leaves from (inclusive) to (exclusive) with their entries, in the order of the log. */
  List<Leaf> listLeaves(long from, long to) {
    return sql.sql(LEAF + "where l.index >= ? and l.index < ? order by l.index")
        .params(from, to)
        .query(LogStore::leaf)
        .list();
  }

  Optional<Leaf> findLeafOf(long entry) {
    return sql.sql(LEAF + "where l.entry = ?").param(entry).query(LogStore::leaf).optional();
  }

  /** The published bytes alone, in the order of the log. */
  List<byte[]> listContents(long from, long to) {
    return sql.sql("select leaf from journal_leaf where index >= ? and index < ? order by index")
        .params(from, to)
        .query((row, number) -> row.getBytes(1))
        .list();
  }

  private static Leaf leaf(ResultSet row, int number) throws SQLException {
    return new Leaf(
        row.getLong("leaf_index"),
        row.getLong("leaf_entry"),
        row.getBytes("salt"),
        row.getBytes("leaf"),
        row.getObject("id") == null ? null : EntryRows.entry(row, number));
  }

  Optional<Entry> findEntry(long id) {
    return sql.sql("select * from journal_entry where id = ?")
        .param(id)
        .query(EntryRows::entry)
        .optional();
  }

  void saveTiles(List<Tile> tiles) {
    template.batchUpdate(
        """
        insert into journal_tile (level, index, hashes) values (?, ?, ?)
        on conflict (level, index) do update set hashes = excluded.hashes
        """,
        tiles,
        Tile.WIDTH,
        (insert, tile) -> {
          insert.setInt(1, tile.level());
          insert.setLong(2, tile.index());
          insert.setBytes(3, tile.hashes());
        });
  }

  Optional<Tile> findTile(int level, long index) {
    return sql.sql("select hashes from journal_tile where level = ? and index = ?")
        .params(level, index)
        .query((row, number) -> new Tile(level, index, row.getBytes(1)))
        .optional();
  }

  void addHead(SealedHead head) {
    sql.sql(
            """
            insert into journal_checkpoint (size, root, at, settled, note) values (?, ?, ?, ?, ?)
            """)
        .params(
            head.size(),
            head.root(),
            head.at().atOffset(ZoneOffset.UTC),
            head.settled(),
            head.note())
        .update();
  }

  Optional<SealedHead> findNewestHead() {
    return sql.sql(HEAD + "order by size desc limit 1").query(LogStore::head).optional();
  }

  /** Checkpoints above a size, smallest first. */
  List<SealedHead> listHeads(long above, int limit) {
    return sql.sql(HEAD + "where size > ? order by size limit ?")
        .params(above, limit)
        .query(LogStore::head)
        .list();
  }

  /** The highest id that was settled when the log was at most that long. */
  long settledAt(long size) {
    return sql.sql("select coalesce(max(settled), 0) from journal_checkpoint where size <= ?")
        .param(size)
        .query(Long.class)
        .single();
  }

  private static SealedHead head(ResultSet row, int number) throws SQLException {
    Instant at = row.getTimestamp("at").toInstant();
    return new SealedHead(
        row.getLong("size"),
        row.getBytes("root"),
        at,
        row.getLong("settled"),
        row.getString("note"));
  }
}
