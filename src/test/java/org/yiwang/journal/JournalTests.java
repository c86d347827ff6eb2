package org.yiwang.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.yiwang.DatabaseTest;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.pack.Text;
import tools.jackson.databind.json.JsonMapper;

/** The journal only grows. */
class JournalTests extends DatabaseTest {
  private static final Actor LIN = new Actor(Actor.Kind.PERSON, "duty", Text.of("林海", "Lin Hai"));
  private JournalStore journal;

  @BeforeAll
  void wire() {
    var time =
        new DistrictTime(() -> Instant.parse("2026-11-23T01:00:00Z"), ZoneId.of("Asia/Shanghai"));
    journal =
        new JournalStore(jdbc(), new JdbcTemplate(database()), JsonMapper.builder().build(), time);
  }

  private void append(String subject, Map<String, Object> facts) {
    transaction()
        .executeWithoutResult(t -> journal.append(new NewEntry(LIN, "case.moved", subject, facts)));
  }

  @Test
  void anEntryIsReadAsItWasWritten() {
    append("case:A", Map.of("note", "井盖'缺失\"<b>", "version", 2, "photos", List.of("x", "y")));
    Entry read = journal.list("case:A").getFirst();
    assertThat(read.at()).isEqualTo("2026-11-23T01:00:00Z");
    assertThat(read.actor()).isEqualTo(LIN);
    assertThat(read.facts())
        .isEqualTo(Map.of("note", "井盖'缺失\"<b>", "version", 2, "photos", List.of("x", "y")));
    assertThat(read.fact("version")).isEqualTo("2");
    assertThat(read.fact("nothing")).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update journal_entry set kind = 'x'",
        "update journal_entry set facts = '{}' where subject = 'case:B'",
        "delete from journal_entry",
        "delete from journal_entry where subject = 'case:B'",
        "truncate journal_entry",
        "truncate journal_entry cascade"
      })
  void theDatabaseItselfRefusesChanges(String change) {
    append("case:B", Map.of("version", 1));
    long before = journal.newest();
    assertThatExceptionOfType(DataAccessException.class)
        .isThrownBy(() -> jdbc().sql(change).update())
        .withMessageContaining("append-only");
    assertThat(journal.newest()).isEqualTo(before);
    assertThat(journal.list("case:B")).isNotEmpty();
  }

  @Test
  void outsideATransactionNothingIsWritten() {
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> journal.append(new NewEntry(LIN, "case.moved", "case:C", Map.of())));
    assertThat(journal.list("case:C")).isEmpty();
  }

  @Test
  void whatIsTakenBackLeavesNoEntry() {
    transaction()
        .executeWithoutResult(
            t -> {
              journal.append(new NewEntry(LIN, "case.moved", "case:D", Map.of()));
              t.setRollbackOnly();
            });
    assertThat(journal.list("case:D")).isEmpty();
  }

  @Test
  void manyEntriesKeepTheirOrder() {
    List<NewEntry> many =
        java.util.stream.IntStream.range(0, 300)
            .mapToObj(
                i -> new NewEntry(LIN, "case.moved", "case:E", Map.<String, Object>of("n", i)))
            .toList();
    transaction().executeWithoutResult(t -> journal.appendAll(many));
    assertThat(journal.list("case:E"))
        .hasSize(300)
        .isSortedAccordingTo(java.util.Comparator.comparing(e -> (Integer) e.facts().get("n")));
  }

  @Test
  void aQueryListsTheNewestFirstPageByPage() {
    for (int i = 0; i < 5; i++) {
      append("case:F", Map.of("n", i));
    }
    EntryQuery first = new EntryQuery(null, "case:F", "duty", null, null, null, 3);
    List<Entry> page = journal.list(first);
    assertThat(page).extracting(e -> e.facts().get("n")).containsExactly(4, 3, 2);
    EntryQuery next =
        new EntryQuery("case.moved", "case:F", null, null, null, page.getLast().id(), 3);
    assertThat(journal.list(next)).extracting(e -> e.facts().get("n")).containsExactly(1, 0);
  }
}
