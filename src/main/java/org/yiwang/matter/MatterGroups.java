package org.yiwang.matter;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.yiwang.identity.Unit;
import org.yiwang.identity.Units;
import org.yiwang.matter.Matter.Applicant;
import org.yiwang.pack.Language;
import org.yiwang.pack.Text;

/**
 * The whole catalogue as people think of it (按人生事件分组): every bundle and matter once, under the
 * first moment of life that it belongs to, else under the unit that answers for it. As the finding
 * page goes, those of people come first.
 */
@Component
public class MatterGroups {
  private static final Text BUNDLES = Text.of("一件事", "Several at once");

  private final Matters matters;
  private final Units units;

  MatterGroups(Matters matters, Units units) {
    this.matters = matters;
    this.units = units;
  }

  /** What belongs together, by name in the reader's language. */
  public record Group(Text name, List<Bundle> bundles, List<Matter> matters) {}

  /** None is empty, and nothing stands in two. */
  public List<Group> list(Language language) {
    Map<String, Text> names = new LinkedHashMap<>();
    Stream.of(Applicant.PERSON, Applicant.FIRM)
        .flatMap(who -> matters.listLifeEvents(who).stream())
        .forEach(event -> names.put(event.id(), event.name()));
    units.listUnits().forEach(unit -> names.put(of(unit), unit.name()));
    names.put("", BUNDLES);
    List<Group> groups = new ArrayList<>();
    names.forEach((id, name) -> groups.add(group(id, name, names, language)));
    groups.removeIf(group -> group.bundles().isEmpty() && group.matters().isEmpty());
    return groups;
  }

  private Group group(String id, Text name, Map<String, Text> names, Language language) {
    List<Bundle> bundles =
        matters.listBundles().stream()
            .filter(one -> first(one.lifeEvents(), "", names).equals(id))
            .sorted(by(Bundle::name, language))
            .toList();
    List<Matter> single =
        matters.listMatters().stream()
            .filter(one -> first(one.lifeEvents(), "unit " + one.unit(), names).equals(id))
            .sorted(by(Matter::name, language))
            .toList();
    return new Group(name, bundles, single);
  }

  private static String of(Unit unit) {
    return "unit " + unit.id();
  }

  private static String first(List<String> events, String otherwise, Map<String, Text> names) {
    return events.stream().filter(names::containsKey).findFirst().orElse(otherwise);
  }

  private static <T> Comparator<T> by(Function<T, Text> name, Language language) {
    Collator collator = Collator.getInstance(language.locale());
    return Comparator.comparing(one -> name.apply(one).in(language), collator::compare);
  }
}
