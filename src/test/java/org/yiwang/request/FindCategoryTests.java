package org.yiwang.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiwang.pack.Language;
import org.yiwang.pack.Packs;

/** What residents say finds its category first; what is no problem to be reported finds none. */
class FindCategoryTests {
  private static final Categories YANGPU = new Categories(Packs.load(Path.of("packs/yangpu")));
  private static final Categories SAN_FRANCISCO =
      new Categories(Packs.load(Path.of("packs/san-francisco")));

  @ParameterizedTest
  @CsvSource({
    "路灯不亮, street-lamp-out",
    "路灯不亮了好几天, street-lamp-out",
    "井盖没了, manhole-missing",
    "人行道上的井盖没了, manhole-missing",
    "垃圾没人收, bin-overflowing",
    "共享单车乱停, shared-bikes",
    "小区里有人遛狗不牵绳, dog-keeping",
    "楼上漏水漏到我家里来了物业不管, property-service",
    "树枝挡住窗户, tree-trimming",
    "电梯坏了, lift-broken",
    "下水道堵了, drain-blocked",
    "消防通到被堵住, fire-lane-blocked",
    "广场舞太吵, square-dance",
    "违章建筑, illegal-building"
  })
  void whatIsSaidInChineseFindsItsCategoryFirst(String words, String category) {
    assertThat(found(YANGPU, words, Language.ZH)).startsWith(category);
  }

  @ParameterizedTest
  @CsvSource({
    "street light is out, street-lamp-out",
    "manhol cover gone missing, manhole-missing",
    "garbage not collected, bin-overflowing",
    "noise at night from construction, site-noise",
    "pothole, road-damaged",
    "dog poop, dog-waste",
    "fallen trees, tree-down",
    "shared bikes blocking pavement, shared-bikes",
    "fire lane, fire-lane-blocked",
    "I smell a gas leak, gas-leak",
    "There is a big hole in the road outside my house, road-collapse",
    "open-air barbecue, barbecue"
  })
  void whatIsSaidInEnglishFindsItsCategoryFirst(String words, String category) {
    assertThat(found(YANGPU, words, Language.EN)).startsWith(category);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "老人津贴",
        "居住证",
        "营业执照",
        "社保卡",
        "新生儿户口",
        "结婚登记",
        "护照",
        "公积金",
        "生育津贴",
        "打官司没钱",
        "家庭医生",
        "买二手房",
        "天气预报",
        "火车票",
        "我要办结婚登记手续",
        "你好"
      })
  void whatIsNoProblemFindsNoneInChinese(String words) {
    assertThat(found(YANGPU, words, Language.ZH)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "residence permit",
        "business licence",
        "allowance for my mother",
        "newborn",
        "birth certificate",
        "passport",
        "marriage",
        "driving licence",
        "social insurance",
        "lawyer",
        "open a cafe",
        "weather forecast",
        "train ticket",
        "how do I get this"
      })
  void whatIsNoProblemFindsNoneInEnglish(String words) {
    assertThat(found(YANGPU, words, Language.EN)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "a pothole in the street, street-defects",
    "flooding, sewer-flooding",
    "the sewer smells, sewer-odor",
    "loud cars, noise-traffic",
    "marriage license, clerk-general",
    "bus driver was late, muni-feedback"
  })
  void anotherDistrictFindsItsOwn(String words, String category) {
    assertThat(found(SAN_FRANCISCO, words, Language.EN)).startsWith(category);
  }

  @ParameterizedTest
  @ValueSource(strings = {"residence permit", "train to Boston", "weather forecast", "newborn"})
  void anotherDistrictFindsNothingForWhatItDoesNotHave(String words) {
    assertThat(found(SAN_FRANCISCO, words, Language.EN)).isEmpty();
  }

  private static List<String> found(Categories categories, String words, Language language) {
    return categories.search(words, language, 5).stream().map(Category::id).toList();
  }
}
