package org.yiwang.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.yiwang.pack.Language;

/** Untranslated words are marked with their language. */
class SpokenTests {
  private static final String ZH = Language.ZH.tag();

  @Test
  void aChineseAddressInAnEnglishLineIsMarked() {
    assertThat(Spoken.of("near Boyang Park (波阳路200号), gate 2", Language.EN))
        .containsExactly(
            new Spoken("near Boyang Park (", null),
            new Spoken("波阳路200号", ZH),
            new Spoken("), gate 2", null));
  }

  @Test
  void whatIsAllChineseOrAllEnglishIsOnePiece() {
    assertThat(Spoken.of("上海市杨浦区阜新路（虚构）8号201室", Language.EN))
        .containsExactly(new Spoken("上海市杨浦区阜新路（虚构）8号201室", ZH));
    assertThat(Spoken.of("路灯不亮（很久了）。", Language.EN)).containsExactly(new Spoken("路灯不亮（很久了）。", ZH));
    assertThat(Spoken.of("Kongjiang Road Subdistrict", Language.EN))
        .containsExactly(new Spoken("Kongjiang Road Subdistrict", null));
    assertThat(Spoken.of("", Language.EN)).isEmpty();
  }

  @Test
  void aChineseReaderNeedsNoMark() {
    assertThat(Spoken.of("近波阳公园", Language.ZH)).containsExactly(new Spoken("近波阳公园", null));
  }
}
