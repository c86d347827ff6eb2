package org.yiwang.file;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.yiwang.matter.Bundle;
import org.yiwang.matter.Matter;
import org.yiwang.matter.MatterGroups;
import org.yiwang.matter.Matters;
import org.yiwang.page.Choice;
import org.yiwang.page.ChoiceGroup;
import org.yiwang.page.Page;

/**
 * For which matters a mandate is given (授权范围), as the forms ask it: grouped as people think, a
 * bundle as one, and what was ticked already above all.
 */
@Component
class MandateScope {
  private static final String BUNDLE = "bundle:";

  private final Matters matters;
  private final MatterGroups groups;

  MandateScope(Matters matters, MatterGroups groups) {
    this.matters = matters;
    this.groups = groups;
  }

  /** Empty where the district has no matters. */
  List<ChoiceGroup> list(Page page, Collection<String> chosen) {
    List<ChoiceGroup> all = new ArrayList<>();
    List<Choice> ticked = new ArrayList<>();
    for (MatterGroups.Group group : groups.list(page.language())) {
      List<Choice> choices = choices(page, group);
      choices.stream().filter(one -> chosen.contains(one.value())).forEach(ticked::add);
      choices.removeIf(one -> chosen.contains(one.value()));
      if (!choices.isEmpty()) {
        all.add(new ChoiceGroup(page.t(group.name()), choices, false));
      }
    }
    if (!ticked.isEmpty()) {
      all.addFirst(new ChoiceGroup(page.t("刚才勾选的", "What you ticked"), ticked, true));
    }
    return all;
  }

  private static List<Choice> choices(Page page, MatterGroups.Group group) {
    return new ArrayList<>(
        Stream.concat(
                group.bundles().stream().map(one -> choice(page, one)),
                group.matters().stream().map(one -> Choice.of(one.id(), page.t(one.name()))))
            .toList());
  }

  private static Choice choice(Page page, Bundle of) {
    int many = of.members().size();
    return new Choice(
        BUNDLE + of.id(),
        page.t(of.name()),
        page.t("一件事，包括 %d 项".formatted(many), "Several at once: %d matters".formatted(many)));
  }

  /** The matters that were chosen; of a bundle all. What is none is left out. */
  Set<String> matters(Collection<String> chosen) {
    Set<String> named = new HashSet<>();
    for (String one : chosen) {
      if (one.startsWith(BUNDLE)) {
        matters
            .findBundle(one.substring(BUNDLE.length()))
            .ifPresent(of -> of.members().forEach(member -> named.add(member.matter())));
      } else {
        matters.findMatter(one).map(Matter::id).ifPresent(named::add);
      }
    }
    return named;
  }
}
