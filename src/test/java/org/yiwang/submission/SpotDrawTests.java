package org.yiwang.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.yiwang.journal.Journal.Sealed;

/** The lots fall as declared, and the same for everybody who draws again. */
class SpotDrawTests {
  private static final Sealed ROOT =
      new Sealed(7, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");

  /** As {@code (echo 6e34… | xxd -r -p; printf id) | sha256sum} says. */
  @Test
  void theNumberIsWhatSha256Says() {
    UUID id = UUID.fromString("3f2b8c1a-0d4e-4f6a-9b7c-112233445566");
    assertThat(SpotDraw.number(ROOT, id)).isEqualTo(1658893515L);
  }

  @Test
  void theShareIsAbout() {
    Random random = new Random(3);
    int drawn = 0;
    for (int i = 0; i < 10_000; i++) {
      drawn += SpotDraw.drawn(ROOT, new UUID(random.nextLong(), random.nextLong()), 30) ? 1 : 0;
    }
    assertThat(drawn).isBetween(2_800, 3_200);
  }

  @Test
  void allAndNoneAreCertain() {
    Random random = new Random(4);
    for (int i = 0; i < 1_000; i++) {
      UUID id = new UUID(random.nextLong(), random.nextLong());
      assertThat(SpotDraw.drawn(ROOT, id, 100)).isTrue();
      assertThat(SpotDraw.drawn(ROOT, id, 0)).isFalse();
    }
  }
}
