package org.yiwang.casework;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.yiwang.identity.Accounts;
import org.yiwang.identity.Unit;
import org.yiwang.identity.Units;
import org.yiwang.journal.Actor;
import org.yiwang.page.Choice;
import org.yiwang.page.Page;
import org.yiwang.party.Masked;
import org.yiwang.place.Area;
import org.yiwang.place.Grid;
import org.yiwang.place.Places;

/** Names of what a case refers to by code, in the reader's language. */
@Component
class CaseNames {
  private final Units units;
  private final Places places;
  private final Accounts accounts;

  /** Those above that tell them ask for cases themselves. */
  private final ObjectProvider<NamedCategories> categories;

  CaseNames(
      Units units, Places places, Accounts accounts, ObjectProvider<NamedCategories> categories) {
    this.categories = categories;
    this.accounts = accounts;
    this.units = units;
    this.places = places;
  }

  String unit(Page page, @Nullable String id) {
    return id == null ? "" : units.findUnit(id).map(unit -> page.t(unit.name())).orElse(id);
  }

  /** As below; whoever applied for something or asked about a file has reported nothing. */
  String actor(Page page, Actor actor, Case of) {
    return actor.name().equals(Actor.REPORTER) && !isReport(of)
        ? page.t("申请人", "Applicant")
        : actor(page, actor);
  }

  private boolean isReport(Case of) {
    return categories.getObject().listGroups(Net.REPORTS).contains(of.about().group());
  }

  /**
   * Who did something: whoever works here by name, anybody else in part; a part, such as the
   * reporter's, is nobody's name.
   */
  private String actor(Page page, Actor actor) {
    String name = page.t(actor.name());
    return actor.named() && isResident(actor)
        ? Objects.requireNonNullElse(Masked.name(name), "")
        : name;
  }

  /** Whether it is somebody who does not work here. */
  boolean isResident(Actor actor) {
    return actor.kind() == Actor.Kind.RESIDENT
        || actor.kind() == Actor.Kind.PERSON
            && accounts.findActor(actor.account()).filter(accounts::isResident).isPresent();
  }

  String area(Page page, @Nullable String code) {
    return code == null ? "" : places.findArea(code).map(Area::name).map(page::t).orElse(code);
  }

  /** The address as it was left, in the reader's language where the ground knows it. */
  String address(Page page, Case of) {
    return page.t(places.inWords(of.where().address()));
  }

  /** What the district calls its areas: a street, a square. */
  String areaWord(Page page) {
    return page.t(places.areaWord());
  }

  /** Grid and street, as far as known. */
  String grid(Page page, Case of) {
    String street = area(page, of.where().area());
    return Optional.ofNullable(of.where().grid())
        .flatMap(places::findGrid)
        .map(Grid::name)
        .map(name -> page.t(name) + page.t("（" + street + "）", " (" + street + ")"))
        .orElse(street);
  }

  /** Units that can be given a case: the proposed one and the street's own first. */
  List<Choice> unitsToChoose(Page page, Case of) {
    return units.listUnits().stream()
        .filter(unit -> unit.kind() != Unit.Kind.COMMITTEE)
        .sorted(Comparator.comparingInt(unit -> rank(unit, of)))
        .map(unit -> Choice.of(unit.id(), label(page, unit, of)))
        .toList();
  }

  private static int rank(Unit unit, Case of) {
    if (unit.id().equals(of.proposedUnit())) {
      return 0;
    }
    return unit.area() != null && unit.area().equals(of.where().area()) ? 1 : 2;
  }

  private static String label(Page page, Unit unit, Case of) {
    String name = page.t(unit.name());
    return unit.id().equals(of.proposedUnit())
        ? name + page.t("（按类别和辖区建议）", " (suggested by category and area)")
        : name;
  }
}
