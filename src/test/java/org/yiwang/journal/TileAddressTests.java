package org.yiwang.journal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses of tiles, as C2SP tlog-tiles writes them. */
class TileAddressTests {
  @ParameterizedTest
  @CsvSource({
    "0/000,                 0, 0,       256",
    "0/x001/x234/067,       0, 1234067, 256",
    "1/000.p/17,            1, 0,       17",
    "63/x001/000.p/255,    63, 1000,    255",
    "entries/273.p/112,    -1, 273,     112",
  })
  void anAddressIsReadAndWrittenTheSame(String path, int level, long index, int width) {
    assertThat(TileAddress.parse(path)).contains(new TileAddress(level, index, width));
    assertThat(new TileAddress(level, index, width).path()).isEqualTo(path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0",
        "0/",
        "0/0",
        "0/00",
        "00/000",
        "64/000",
        "-1/000",
        "0/x000/000",
        "0/001/000",
        "0/x001",
        "0/000.p/0",
        "0/000.p/256",
        "0/000.p/01",
        "0/000.p",
        "0/000.p/",
        "data/000",
        "0/000/..",
        "0/000%2e",
        "0/X001/000",
        "0/０００",
        "0/x999/x999/x999/x999/x999/x999/999"
      })
  void anythingElseIsNoAddress(String path) {
    assertThat(TileAddress.parse(path)).isEmpty();
  }

  @Test
  void aTileIsThereOnlyAsFarAsTheTreeGoes() {
    assertThat(TileAddress.parse("0/273.p/112").orElseThrow().within(70_000)).isTrue();
    assertThat(TileAddress.parse("0/273.p/113").orElseThrow().within(70_000)).isFalse();
    assertThat(TileAddress.parse("0/273").orElseThrow().within(70_000)).isFalse();
    assertThat(TileAddress.parse("entries/272").orElseThrow().within(70_000)).isTrue();
    assertThat(TileAddress.parse("0/x999/x999/x999/999").orElseThrow().within(70_000)).isFalse();
  }
}
