package org.yiwang.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.yiwang.ProgramTest;
import org.yiwang.story.Person;

/** What start pages say to people. */
@ProgramTest
@TestPropertySource(properties = {"yiwang.demo=true", "yiwang.demo-cases=0"})
class StartPageTests {
  @LocalServerPort int port;
  @Autowired Matters matters;

  private Person visitor() {
    return new Person(URI.create("http://127.0.0.1:" + port));
  }

  @Test
  void theFieldsOfTheCatalogueStandThere() {
    String zh = visitor().page("/matters/residence-permit", "zh").words();
    assertThat(zh)
        .contains("区公安分局 （由您所在街道的办事处受理）")
        .contains("在哪里可以办全市通办", "事项类型行政确认", "行使层级街道级")
        .contains("办件类型承诺件", "办理渠道网上、窗口、邮寄")
        .contains("基本编码X10709001 （虚构）", "实施编码X10709001-310110-00 （虚构）")
        .contains("业务办理项编码X10709001-310110-00-01 （虚构）");
    String en = visitor().page("/matters/food-licence", "en").words();
    assertThat(en)
        .contains("From anywhere in the Yangtze River Delta", "TypeLicence", "LevelDistrict")
        .contains("Kind of handlingDecided on the spot", "Basic codeX10131004 (invented)");
    assertThat(visitor().page("/matters/shop-sign", "en").words())
        .contains("In this district only", "Basic code", "invented");
  }

  @Test
  void everyShippedMatterSaysFromWhereItCanBeAskedFor() {
    assertThat(matters.listMatters()).allMatch(matter -> matter.crossRegion() != null);
    assertThat(matters.listMatters())
        .allMatch(matter -> matter.codes() != null && matter.codes().invented())
        .extracting(matter -> Objects.requireNonNull(matter.codes()).basic())
        .doesNotHaveDuplicates();
  }
}
