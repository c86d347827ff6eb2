package org.yiwang.submission;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.identity.Viewer;
import org.yiwang.matter.Matter;
import org.yiwang.matter.Matters;
import org.yiwang.page.Choice;
import org.yiwang.page.Link;
import org.yiwang.page.Page;
import org.yiwang.party.Parties;
import org.yiwang.party.PartyName;

/**
 * Lets the reader of "my applications" choose for whom (切换为谁办): oneself, and the people and firms
 * one acts for; what is shown and begun there is then for that party.
 */
@Component
class PartySwitch {
  private static final String PATH = "/applications";

  private final Acting acting;
  private final Parties parties;
  private final Matters matters;
  private final WantedMaker wanted;

  PartySwitch(Acting acting, Parties parties, Matters matters, WantedMaker wanted) {
    this.acting = acting;
    this.parties = parties;
    this.matters = matters;
    this.wanted = wanted;
  }

  /**
   * The switch as it is drawn.
   *
   * @param chosen null for all of them
   * @param tabs empty for whoever acts for nobody
   * @param current the address of the chosen one
   * @param targets what can be begun for the chosen one
   * @param own whether the chosen one is the reader
   */
  record View(
      @Nullable PartyName chosen,
      List<Link> tabs,
      String current,
      List<Choice> targets,
      boolean own) {
    boolean shows(UUID party) {
      return chosen == null || chosen.id().equals(party);
    }

    /** Whose something is, where those of several are listed together; else null. */
    @Nullable String whose(UUID party) {
      return chosen != null
          ? null
          : tabs.stream()
              .filter(tab -> tab.href().equals(hrefOf(party)))
              .map(Link::label)
              .findFirst()
              .orElse(null);
    }
  }

  /** Whom nobody may act for counts as not chosen. */
  View view(Page page, Viewer viewer, @Nullable UUID wish) {
    UUID self = acting.self(viewer);
    List<PartyName> all = acting.parties(viewer).stream().map(parties::nameOf).toList();
    if (all.size() == 1) {
      return new View(null, List.of(), PATH, List.of(), false);
    }
    Optional<PartyName> chosen = all.stream().filter(one -> one.id().equals(wish)).findFirst();
    List<Link> tabs =
        Stream.concat(
                Stream.of(Link.of(page.t("全部", "All"), PATH)),
                all.stream().map(one -> tab(page, one, self)))
            .toList();
    return new View(
        chosen.orElse(null),
        tabs,
        chosen.map(PartySwitch::href).orElse(PATH),
        chosen.map(one -> targets(page, viewer, one)).orElse(List.of()),
        chosen.filter(one -> one.id().equals(self)).isPresent());
  }

  private static Link tab(Page page, PartyName one, UUID self) {
    return Link.of(one.id().equals(self) ? page.t("我自己", "Myself") : page.t(one.name()), href(one));
  }

  private static String href(PartyName one) {
    return hrefOf(one.id());
  }

  private static String hrefOf(UUID party) {
    return PATH + "?for=" + party;
  }

  private List<Choice> targets(Page page, Viewer viewer, PartyName party) {
    Predicate<Wanted> may = acting.covering(viewer, party.id());
    return Stream.concat(
            matters.listBundles().stream().map(one -> Target.bundle(one.id())),
            matters.listMatters().stream().map(one -> Target.matter(one.id())))
        .map(wanted::get)
        .filter(one -> one.fits(party.kind()))
        .filter(one -> one.matters().values().stream().anyMatch(Matter::online))
        .filter(may)
        .map(one -> Choice.of(one.target().toString(), page.t(one.name())))
        .toList();
  }
}
