package org.yiwang.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.ProgramTest;
import org.yiwang.calendar.DistrictTime;

/**
 * Measuring the sealing does its work on the tables as the migrations make them now, and leaves
 * nothing behind; how fast is not asked here.
 */
@ProgramTest
class SealBenchTests {
  private static final int ENTRIES = 5_000;

  @Autowired private DataSource database;
  @Autowired private JdbcClient sql;
  @Autowired private ObjectProvider<SecretKeeper> keeper;
  @Autowired private DistrictTime time;

  @Test
  void sealsAndCopiesEveryEntryInASchemaThatIsDropped() {
    Set<String> before = schemas();
    try (SealBenchPlace place = SealBenchPlace.open(database, keeper, time)) {
      place.fill(ENTRIES + SealEntries.BATCH);
      long sealed = place.seal(ENTRIES);
      assertThat(sealed).isBetween((long) ENTRIES, (long) ENTRIES + SealEntries.BATCH);
      assertThat(place.seconds()).isPositive();
      assertThat(place.copy()).isEqualTo(sealed);
      assertThat(place.seconds()).isPositive();
    }
    assertThat(schemas()).isSubsetOf(before);
  }

  private Set<String> schemas() {
    return sql.sql("select nspname from pg_namespace where nspname like 'bench%'")
        .query(String.class)
        .set();
  }
}
