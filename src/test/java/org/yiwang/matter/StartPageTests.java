package org.yiwang.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.yiwang.Browser;
import org.yiwang.Browser.Screen;
import org.yiwang.ProgramTest;
import org.yiwang.identity.Units;
import org.yiwang.pack.Language;
import org.yiwang.story.Person;

/** What start pages say to people, and in schema.org's words to programs. */
@ProgramTest
@TestPropertySource(properties = {"yiwang.demo=true", "yiwang.demo-cases=0"})
class StartPageTests {
  private static final String SCHEMA = "https://schema.org/";

  /** Reads microdata as the HTML standard says: an item with its properties, each a list. */
  private static final String MICRODATA =
      """
      html => {
        const page = new DOMParser().parseFromString(html, 'text/html');
        const words = node => node.textContent.replace(/\\s+/g, ' ').trim();
        const read = item => {
          const found = {type: item.getAttribute('itemtype')};
          const walk = node => {
            for (const child of node.children) {
              const names = (child.getAttribute('itemprop') || '').split(' ').filter(n => n);
              const value = child.hasAttribute('itemscope') ? read(child) : words(child);
              names.forEach(name => (found[name] = found[name] || []).push(value));
              if (!child.hasAttribute('itemscope')) walk(child);
            }
          };
          walk(item);
          return found;
        };
        return [...page.querySelectorAll('[itemscope]:not([itemprop])')].map(read);
      }
      """;

  @LocalServerPort int port;
  @Autowired Matters matters;
  @Autowired Units units;

  private Person visitor() {
    return new Person(URI.create("http://127.0.0.1:" + port));
  }

  @Test
  void everyStartPageIsAGovernmentServiceToPrograms() {
    List<String> wrong = new ArrayList<>();
    Person visitor = visitor();
    try (Browser browser = Browser.visiting("http://127.0.0.1:" + port, Screen.DESKTOP)) {
      for (Matter matter : matters.listMatters()) {
        String html = visitor.page("/matters/" + matter.id(), "en").body();
        List<?> items = (List<?>) browser.page().evaluate(MICRODATA, html);
        if (items.size() != 1 || !expected(matter).equals(items.getFirst())) {
          wrong.add(matter.id() + " " + items + " instead of " + expected(matter));
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  private Map<String, Object> expected(Matter matter) {
    Map<String, Object> item = new HashMap<>();
    item.put("type", SCHEMA + "GovernmentService");
    item.put("name", List.of(matter.name().in(Language.EN)));
    item.put("description", List.of(matter.about().in(Language.EN)));
    item.put("serviceType", List.of(matter.kind().words().en()));
    String unit = units.getUnit(matter.unit()).name().en();
    item.put(
        "provider",
        List.of(Map.of("type", SCHEMA + "GovernmentOrganization", "name", List.of(unit))));
    item.put(
        "areaServed",
        List.of(Map.of("type", SCHEMA + "AdministrativeArea", "name", List.of("Yangpu District"))));
    item.put("audience", matter.applicants().stream().map(StartPageTests::audience).toList());
    if (matter.codes() != null) {
      item.put("identifier", List.of(matter.codes().basic()));
    }
    return item;
  }

  private static Map<String, Object> audience(Matter.Applicant who) {
    String name = who == Matter.Applicant.PERSON ? "People" : "Firms";
    return Map.of("type", SCHEMA + "Audience", "audienceType", List.of(name));
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
