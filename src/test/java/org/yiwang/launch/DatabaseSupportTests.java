package org.yiwang.launch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.yiwang.DatabaseTest;

class DatabaseSupportTests extends DatabaseTest {
  @Test
  void aTestFindsMigratedTablesInItsOwnSchema() {
    assertThat(jdbc().sql("SELECT current_schema()").query(String.class).single())
        .isEqualTo(TestDatabase.SCHEMA);
    assertThat(jdbc().sql("SELECT count(*) FROM launch_migration").query(Integer.class).single())
        .isPositive();
  }

  @Test
  void identifiersSortByTime() {
    assertThat(jdbc().sql("SELECT uuidv7() < uuidv7()").query(Boolean.class).single()).isTrue();
  }
}
