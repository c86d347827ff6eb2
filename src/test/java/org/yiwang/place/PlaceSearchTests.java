package org.yiwang.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceSearchTests {
  private final Places places = Yangpu.PLACES;

  @ParameterizedTest(name = "{0} finds {1}")
  @CsvSource({
    "杨浦公园, 杨浦公园",
    "地铁五角场站, 地铁五角场站",
    "五角场站, 地铁五角场站",
    "五角厂站, 地铁五角场站",
    "四平路街道, 四平路街道",
    "yangpu park, 杨浦公园",
    "Yangpo Park, 杨浦公园",
    "wujiaochang metro, 地铁五角场站",
    "Ｙａｎｇｐｕ　Ｐａｒｋ, 杨浦公园",
    "国定一居委, 国定一居委会"
  })
  void findsWhatIsMeant(String words, String first) {
    assertThat(places.search(words, 8))
        .first()
        .satisfies(found -> assertThat(found.name().zh()).isEqualTo(first));
  }

  @Test
  void anAddressThatIsKnownIsFoundExactly() {
    Landmark found = places.search("上海市杨浦区双阳路399号", 5).getFirst();
    assertThat(found.name().zh()).isEqualTo("杨浦公园");
    assertThat(found.note()).isNull();
  }

  @Test
  void anAddressThatIsNotKnownGivesTheNearestNumberOfTheRoadAndSaysSo() {
    Landmark found = places.search("双阳路401弄3号", 5).getFirst();
    assertThat(found.address()).startsWith("双阳路");
    assertThat(Objects.requireNonNull(found.note()).zh())
        .startsWith("没有“双阳路401弄3号”的确切位置")
        .contains(Objects.requireNonNull(found.address()));
  }

  @Test
  void aRoadIsFoundByItsName() {
    assertThat(places.search("双阳路", 5))
        .anySatisfy(found -> assertThat(found.kind()).isEqualTo("road"));
  }

  @Test
  void aCommitteeWithoutAPositionStillGivesItsStreet() {
    List<Landmark> found = places.search("十九棉居委会", 3);
    assertThat(found.getFirst().kind()).isEqualTo("committee");
    assertThat(found.getFirst().lon()).isNull();
    assertThat(found.getFirst().area()).isEqualTo("310110001");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "！？",
        "\"",
        "四平路 AND (",
        "*",
        "zzzzqqqq",
        "'; drop table place",
        "\u0000"
      })
  void oddWordsHarmNothing(String words) {
    assertThat(places.search(words, 5)).hasSizeLessThanOrEqualTo(5);
  }

  @Test
  void veryLongWordsAreCut() {
    assertThat(places.search("四平路".repeat(40_000), 5)).isNotEmpty();
  }

  @Test
  void limitsAreKept() {
    assertThat(places.search("路", 3)).hasSize(3);
    assertThat(places.search("路", 0)).isEmpty();
    assertThat(places.search("路", 100_000)).hasSize(50);
  }

  @Test
  void nothingIsListedTwice() {
    assertThat(places.search("双阳路399号", 50)).extracting(Landmark::id).doesNotHaveDuplicates();
  }
}
