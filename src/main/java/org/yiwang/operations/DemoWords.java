package org.yiwang.operations;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yiwang.pack.Defined;
import org.yiwang.pack.District;
import org.yiwang.pack.Language;
import org.yiwang.pack.Text;
import org.yiwang.request.Category;

/** What invented people write, in the district's first language. */
@Component
class DemoWords {
  private static final double UNSCENED = 0.1;
  private static final List<Text> PLAIN =
      List.of(
          Text.of("{place}附近：%s。", "Near {place}: %s."),
          Text.of("%s，在{place}旁边，请处理。", "%s, beside {place}. Please see to it."),
          Text.of("路过{place}时看到：%s。", "Seen when passing {place}: %s."),
          Text.of("%s，已经有几天了。", "%s; it has been like this for days."));
  private static final List<Text> DONE = List.of(Text.of("已按要求办理。", "Done as asked."));

  private final Language language;
  private final Map<String, Double> weights = new HashMap<>();
  private final Map<String, List<Text>> says = new HashMap<>();
  private final Map<String, List<Text>> notes = new HashMap<>();
  private final Map<String, DemoPicture> pictures = new HashMap<>();

  DemoWords(District district) {
    this.language = district.definition().languages().getFirst();
    for (Defined<DemoDefinition> defined : district.list(OperationsPackPart.DEMO)) {
      defined.value().scenes().forEach(this::add);
      defined.value().notes().forEach((a, all) -> notes.put(a, List.copyOf(all)));
    }
  }

  private void add(DemoDefinition.Scene scene) {
    for (String category : scene.categories()) {
      if (scene.picture() != null) {
        pictures.put(category, scene.picture());
      }
      weights.merge(category, (double) scene.weight() / scene.categories().size(), Double::sum);
      says.computeIfAbsent(category, c -> new ArrayList<>()).addAll(scene.says());
    }
  }

  /** How often a category is reported, against the others. */
  double weight(Category category) {
    return weights.getOrDefault(category.id(), weights.isEmpty() ? 1 : UNSCENED);
  }

  /** What somebody writes about it. */
  String report(Category category, Text place, DemoChance chance) {
    List<Text> known = says.get(category.id());
    String sentence =
        known == null || chance.in(0.2)
            ? chance.of(PLAIN).in(language).formatted(condition(category))
            : chance.of(known).in(language);
    return sentence.replace("{place}", place.in(language));
  }

  private String condition(Category category) {
    return category.name().in(language);
  }

  DemoPicture picture(Category category) {
    return pictures.getOrDefault(category.id(), DemoPicture.STREET);
  }

  String note(String action, DemoChance chance) {
    return chance.of(notes.getOrDefault(action, DONE)).in(language);
  }

  Language language() {
    return language;
  }
}
