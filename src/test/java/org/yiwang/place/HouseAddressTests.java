package org.yiwang.place;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HouseAddressTests {
  @ParameterizedTest(name = "{0}: {1} {2}")
  @CsvSource({
    "四平路1388弄, 四平路, 1388",
    "上海市杨浦区四平路1388弄5号, 四平路, 1388",
    "杨浦区国定支路24-28号, 国定支路, 24",
    "松花江路55弄5号, 松花江路, 55",
    "浦东大道 1号, 浦东大道, 1",
    "200 Market Street, market st, 200",
    "200 market st., market st, 200",
    "1 Dr. Carlton B. Goodlett Place, dr carlton b goodlett place, 1"
  })
  void readsRoadAndNumber(String words, String road, int number) {
    assertThat(HouseAddress.find(words)).contains(new HouseAddress(road, number));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "四平路", "杨浦公园", "1388", "地铁10号线", "四平路一百号", "四平路99999999号x"})
  void findsNoneElsewhere(String words) {
    assertThat(HouseAddress.find(words).map(HouseAddress::number).orElse(0)).isIn(0, 99999);
  }

  @Test
  void theSameSideOfTheRoadIsNearer() {
    HouseAddress wanted = new HouseAddress("四平路", 100);
    assertThat(wanted.distance(new HouseAddress("四平路", 102)))
        .isLessThan(wanted.distance(new HouseAddress("四平路", 103)));
    assertThat(wanted.distance(new HouseAddress("四平路", 101)))
        .isLessThan(wanted.distance(new HouseAddress("四平路", 104)));
  }
}
