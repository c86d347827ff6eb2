package org.yiwang.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
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

/** What start pages say to programs, in schema.org's words. */
@Tag("journey")
@ProgramTest
@TestPropertySource(properties = {"yiwang.demo=true", "yiwang.demo-cases=0"})
class MicrodataTests {
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

  @Test
  void everyStartPageIsAGovernmentServiceToPrograms() {
    List<String> wrong = new ArrayList<>();
    Person visitor = new Person(URI.create("http://127.0.0.1:" + port));
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
    String unit = units.findUnit(matter.unit()).orElseThrow().name().en();
    item.put(
        "provider",
        List.of(Map.of("type", SCHEMA + "GovernmentOrganization", "name", List.of(unit))));
    item.put(
        "areaServed",
        List.of(Map.of("type", SCHEMA + "AdministrativeArea", "name", List.of("Yangpu District"))));
    item.put("audience", matter.applicants().stream().map(MicrodataTests::audience).toList());
    if (matter.codes() != null) {
      item.put("identifier", List.of(matter.codes().basic()));
    }
    return item;
  }

  private static Map<String, Object> audience(Matter.Applicant who) {
    String name = who == Matter.Applicant.PERSON ? "People" : "Firms";
    return Map.of("type", SCHEMA + "Audience", "audienceType", List.of(name));
  }
}
