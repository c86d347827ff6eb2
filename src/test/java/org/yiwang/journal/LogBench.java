package org.yiwang.journal;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.pack.Text;
import tools.jackson.databind.json.JsonMapper;

/** A journal and its log on a database of a test, wired by hand: one instance of the program. */
final class LogBench {
  static final Actor LIN = new Actor(Actor.Kind.PERSON, "duty", Text.of("林海", "Lin Hai"));
  static final Instant NOW = Instant.parse("2026-11-23T01:00:00Z");

  final JdbcClient sql;
  final JournalStore journal;
  final LogStore store;
  final LogKeys keys;
  final SealEntries sealing;
  final SealClock clock;
  private final DataSource database;

  LogBench(HikariDataSource database) {
    this.database = database;
    var time = new DistrictTime(() -> NOW, ZoneId.of("Asia/Shanghai"));
    var template = new JdbcTemplate(database);
    var transactions = new JdbcTransactionManager(database);
    sql = JdbcClient.create(database);
    journal = new JournalStore(sql, template, JsonMapper.builder().build(), time);
    store = new LogStore(sql, template);
    var beans = new StaticListableBeanFactory(Map.of("keeper", new Reversing()));
    keys = new LogKeys(sql, beans.getBeanProvider(SecretKeeper.class), "example.org/journal");
    sealing = new SealEntries(store, keys, new SettledEntries(sql), sql, transactions, time);
    clock = new SealClock(sealing, store);
  }

  /** Not safe, but enough to see that a key is opened with what it was sealed for. */
  private static final class Reversing implements SecretKeeper {
    @Override
    public byte[] seal(byte[] plain, String context) {
      byte[] turned = plain.clone();
      for (int i = 0; i < turned.length; i++) {
        turned[i] ^= (byte) context.hashCode();
      }
      return turned;
    }

    @Override
    public byte[] open(byte[] sealed, String context) {
      return seal(sealed, context);
    }
  }

  void append(String subject, Map<String, Object> facts) {
    inTransaction(() -> journal.append(new NewEntry(LIN, "case.moved", subject, facts)));
  }

  void append(int count) {
    List<NewEntry> many =
        java.util.stream.IntStream.range(0, count)
            .mapToObj(i -> new NewEntry(LIN, "case.moved", "case:" + i, Map.of("n", i)))
            .toList();
    inTransaction(() -> journal.appendAll(many));
  }

  void inTransaction(Runnable work) {
    new TransactionTemplate(new JdbcTransactionManager(database))
        .executeWithoutResult(t -> work.run());
  }

  /** Changes what must not be changed, as somebody could who owns the database. */
  void tamper(String... statements) {
    inTransaction(
        () -> {
          for (String table : List.of("entry", "leaf", "tile", "checkpoint")) {
            sql.sql("alter table journal_" + table + " disable trigger user").update();
          }
          for (String statement : statements) {
            sql.sql(statement).update();
          }
          for (String table : List.of("entry", "leaf", "tile", "checkpoint")) {
            sql.sql("alter table journal_" + table + " enable trigger user").update();
          }
        });
  }

  SealedHead head() {
    return store.findNewestHead().orElseThrow();
  }

  List<Leaf> leaves() {
    return store.listLeaves(0, Long.MAX_VALUE);
  }
}
