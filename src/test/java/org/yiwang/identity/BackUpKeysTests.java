package org.yiwang.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiwang.ProgramTest;
import org.yiwang.journal.Journal;

/** All keys in one content, and putting them back where they are already changes nothing. */
@ProgramTest
class BackUpKeysTests {
  @Autowired private BackUpKeys backup;
  @Autowired private Journal journal;
  @Autowired private VaultKey key;

  @Test
  void aBackupHoldsTheDataKeyAndEveryModulesKeysStillSealed() {
    BackUpKeys.Content content = backup.take();
    assertThat(content.dataKey()).isEqualTo(key.words());
    assertThat(content.keys()).containsKeys("journal", "credential");
    assertThat(content.keys().toString()).as("sealed").doesNotContain("\"d\"");
    assertThat(BackUpKeys.Content.of(content.bytes())).isEqualTo(content);
    assertThat(backup.put(content)).as("all is there").isZero();
    assertThat(journal.list("keys:backup"))
        .extracting(org.yiwang.journal.Entry::kind)
        .contains("keys.backed-up", "keys.restored");
  }
}
