package org.yiwang.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.yiwang.ProgramTest;
import org.yiwang.pack.Language;
import org.yiwang.story.Person;
import org.yiwang.story.Person.Answer;

/**
 * What people want finds its matter first, what is no matter finds none, and each search leads to
 * the other.
 */
@ProgramTest
@TestPropertySource(properties = {"yiwang.demo=true", "yiwang.demo-cases=0"})
class FindMatterTests {
  private static final String TO_MATTERS = "Looks like you want to get something done";
  private static final String TO_REPORT = "Looks like you want to report a problem";

  @LocalServerPort int port;
  @Autowired Matters matters;

  private List<String> found(String words, Language language) {
    Matters.Found found = matters.search(words, language, 10);
    return Stream.concat(
            found.bundles().stream().map(bundle -> "bundle " + bundle.id()),
            found.matters().stream().map(Matter::id))
        .toList();
  }

  private Answer page(String path, String words, String language) {
    String said = URLEncoder.encode(words, StandardCharsets.UTF_8);
    return new Person(URI.create("http://127.0.0.1:" + port)).page(path + said, language);
  }

  @ParameterizedTest
  @CsvSource({
    "老人津贴, elder-allowance",
    "老年综和津贴, elder-allowance",
    "老人的钱, elder-allowance",
    "我妈妈七十岁了能领什么钱, elder-allowance",
    "居住证, residence-permit",
    "居住正, residence-permit",
    "营业热照, bundle open-firm",
    "开饭店, bundle open-shop",
    "生孩子, bundle birth",
    "孩子上户口, birth-registration",
    "公积金, housing-fund-account",
    "打官司没钱, bundle legal-aid",
    "买二手房, bundle flat",
    "公租房, public-rental",
    "老人走了, bundle passing",
    "家庭医生, family-doctor",
    "旅馆, public-place-health",
    "父亲去世了, bundle passing",
    "爸爸走了, bundle passing",
    "公司搬家, company-change",
    "改公司名字, company-change",
    "刚生了娃, bundle birth",
    "开个小店, bundle open-shop"
  })
  void whatIsWantedInChineseFindsItFirst(String words, String matter) {
    assertThat(found(words, Language.ZH)).startsWith(matter);
  }

  @ParameterizedTest
  @CsvSource({
    "residance permit, residence-permit",
    "residence permit, residence-permit",
    "my mother is 70 what money can she get, elder-allowance",
    "open a cafe, bundle open-shop",
    "newborn, bundle birth",
    "hukou, birth-registration",
    "family doctor, family-doctor",
    "a lawyer I cannot pay, legal-aid",
    "death certificate, bundle passing",
    "deed tax, property-tax",
    "shop sign, bundle open-shop",
    "cheap flat, public-rental",
    "maternity leave, maternity-allowance",
    "new baby, bundle birth",
    "my father died, bundle passing",
    "delivery rider, flexible-employment",
    "social housing, public-rental"
  })
  void whatIsWantedInEnglishFindsItFirst(String words, String matter) {
    assertThat(found(words, Language.EN)).startsWith(matter);
  }

  /** Typed by sound, the middle of three characters is wrong: no pair of them is left. */
  @ParameterizedTest
  @CsvSource({
    "居主证, residence-permit",
    "我要办居主证, residence-permit",
    "公祖房, public-rental",
    "食平证, food-licence",
    "公鸡金, housing-fund-account",
    "出声证, birth-certificate"
  })
  void oneWrongCharacterInTheMiddleOfThreeFinds(String words, String matter) {
    assertThat(found(words, Language.ZH)).startsWith(matter);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "路灯不亮",
        "井盖",
        "人行道上的井盖没了",
        "垃圾没人收",
        "噪音",
        "共享单车乱停",
        "小区里有人遛狗不牵绳",
        "电梯坏了",
        "下水道堵了",
        "广场舞太吵",
        "违章建筑",
        "护照",
        "身份证",
        "驾驶证",
        "毕业证书",
        "结婚登记",
        "我要办结婚登记手续",
        "天气预报",
        "你好",
        "怎么办理"
      })
  void whatIsNoMatterFindsNoneInChinese(String words) {
    assertThat(found(words, Language.ZH)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "manhole cover",
        "pothole",
        "dog poop",
        "fallen trees",
        "garbage not collected",
        "noise at night from construction",
        "shared bikes blocking pavement",
        "passport",
        "marriage",
        "driving licence",
        "weather forecast",
        "train ticket",
        "how do I get this",
        "There is a big hole in the road outside my house"
      })
  void whatIsNoMatterFindsNoneInEnglish(String words) {
    assertThat(found(words, Language.EN)).isEmpty();
  }

  /**
   * One telling word of two: offered as such, and the words are noted for the unit all the same.
   */
  @ParameterizedTest
  @CsvSource({
    "商铺招牌, zh, shop-sign, 没有完全对得上",
    "工地渣土, zh, construction-waste, 没有完全对得上",
    "find a lawyer, en, legal-aid, perhaps one of these",
    "legal ade, en, legal-aid, perhaps one of these"
  })
  void whatFitsByOneWordIsOfferedWithAHumanBeside(
      String words, String language, String matter, String offered) {
    for (String path : List.of("/matters?q=", "/search?q=")) {
      Answer loose = page(path, words, language);
      assertThat(loose.words()).as(path).contains(offered, "12345");
      assertThat(loose.body()).as(path).contains("/matters/" + matter + "\"");
    }
    assertThat(page("/matters?q=", "天气预报", "zh").words())
        .contains("没有找到“天气预报”")
        .doesNotContain("也许");
  }

  @Test
  void whoeverReportsWhatIsAMatterIsLedThere() {
    Answer zh = page("/report?q=", "居住证", "zh");
    assertThat(zh.words()).contains("看起来您想办事", "居住证申领").doesNotContain("哪一类最接近");
    assertThat(zh.body()).contains("href=\"/matters/residence-permit\"");
    assertThat(page("/report?q=", "residence permit", "en").words()).contains(TO_MATTERS);
    Answer typed = page("/report/suggestions?text=", "老人津贴", "zh");
    assertThat(typed.body()).contains("href=\"/matters/elder-allowance\"");
    assertThat(page("/report?q=", "路灯不亮", "zh").words())
        .contains("哪一类最接近", "路灯不亮")
        .doesNotContain("看起来您想办事");
    assertThat(page("/report?category=street-lamp-out&q=", "招牌", "en").words())
        .as("whoever has chosen knows what they want")
        .doesNotContain(TO_MATTERS);
  }

  @Test
  void whoeverLooksForAMatterAndSeesAProblemIsLedToReportIt() {
    Answer zh = page("/matters?q=", "井盖", "zh");
    assertThat(zh.words()).contains("没有对得上的事项", "看起来您想反映问题", "井盖破损").doesNotContain("您搜索的词已记下");
    assertThat(zh.body()).contains("/report?category=manhole-broken&amp;q=%E4%BA%95%E7%9B%96");
    assertThat(page("/matters?q=", "street light is out", "en").words()).contains(TO_REPORT);
    assertThat(page("/matters?q=", "居住证", "en").words())
        .contains("1 found")
        .doesNotContain(TO_REPORT);
    Answer both = page("/matters?q=", "招牌", "zh");
    assertThat(both.words()).contains("门头招牌设置", "看起来您想反映问题");
  }

  @Test
  void theOneBoxFindsBothSideBySide() {
    Answer both = page("/search?q=", "招牌", "zh");
    assertThat(both.body())
        .contains("href=\"/matters/shop-sign\"", "href=\"/report?category=advert-illegal&amp;q=");
    Answer matter = page("/search?q=", "residence permit", "en");
    assertThat(matter.words())
        .contains("Residence permit", "Nothing here fits these words", "Get things done");
    assertThat(matter.body()).contains("href=\"/report?q=residence+permit\"");
    assertThat(page("/search?q=", "zzqx", "en").words()).contains("Nothing found for “zzqx”");
    Person typing = new Person(URI.create("http://127.0.0.1:" + port));
    assertThat(typing.get("/search/suggestions?q=shop+sign").body())
        .contains("\"/matters/shop-sign\"", "\"/report?category=");
  }
}
