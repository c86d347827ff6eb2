package org.yiwang.submission;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.yiwang.casework.Cases;
import org.yiwang.identity.Account;
import org.yiwang.identity.Accounts;
import org.yiwang.identity.Permission;
import org.yiwang.identity.Reach;
import org.yiwang.identity.Unit;
import org.yiwang.identity.Units;
import org.yiwang.identity.Viewer;
import org.yiwang.identity.Viewers;
import org.yiwang.matter.Matter;
import org.yiwang.matter.Matters;

/**
 * Who may help with a draft (草稿帮办人员): whoever works in the unit that was asked, or below it, in a
 * role that handles applications for the matter and reaches that unit. Nobody else, however far
 * they see.
 */
@Component
class HelpingOfficers {
  private final Cases cases;
  private final Matters matters;
  private final Accounts accounts;
  private final Viewers viewers;
  private final Units units;

  /** Roles that handle applications, by matter; the pack that runs stays the same. */
  private final Supplier<Map<String, Set<String>>> roles = SingletonSupplier.of(this::roles);

  /** All of them together. */
  private final Supplier<Set<String>> anyRole = SingletonSupplier.of(this::anyRole);

  HelpingOfficers(Cases cases, Matters matters, Accounts accounts, Viewers viewers, Units units) {
    this.cases = cases;
    this.matters = matters;
    this.accounts = accounts;
    this.viewers = viewers;
    this.units = units;
  }

  /** A matter that somebody may help with in a unit. */
  record Handled(String unit, String matter) {}

  private Map<String, Set<String>> roles() {
    return matters.listMatters().stream()
        .collect(
            Collectors.toMap(
                Matter::id, one -> cases.rolesOf(matters.applicationOf(one), one.lifecycle())));
  }

  private Set<String> anyRole() {
    return roles.get().values().stream().flatMap(Set::stream).collect(Collectors.toSet());
  }

  /** All that somebody may help with, wherever they were asked. */
  List<Handled> handledBy(Viewer officer) {
    return unitsOf(officer).stream()
        .flatMap(
            unit ->
                matters.listMatters().stream()
                    .filter(matter -> handles(matter, unit, officer))
                    .map(matter -> new Handled(unit, matter.id())))
        .toList();
  }

  /** Never oneself. */
  boolean may(DraftHelp help, Viewer officer) {
    return matters
        .findMatter(help.matter())
        .filter(matter -> !help.account().equals(officer.account()))
        .filter(
            matter ->
                unitsOf(officer).contains(help.unit()) && handles(matter, help.unit(), officer))
        .isPresent();
  }

  /** All who may help with that matter in that unit. */
  List<Account> list(Matter matter, String unit) {
    return accounts.listOfUnits(units.below(unit)).stream()
        .filter(account -> handles(matter, unit, viewers.of(account)))
        .toList();
  }

  private boolean handles(Matter matter, String unit, Viewer officer) {
    return officer.may(Permission.SEE_CASES)
        && roles.get().getOrDefault(matter.id(), Set.of()).stream()
            .map(officer::reachOf)
            .anyMatch(reach -> covers(reach, unit));
  }

  private boolean covers(Reach reach, String unit) {
    return reach.everything()
        || reach.units().contains(unit)
        || units.findUnit(unit).map(Unit::area).filter(reach.areas()::contains).isPresent();
  }

  /** Whether somebody's roles ever handle applications, wherever. */
  boolean everHandles(Viewer viewer) {
    return viewer.may(Permission.SEE_CASES)
        && anyRole.get().stream().anyMatch(viewer::is)
        && ownUnit(viewer) != null;
  }

  /** The unit somebody works in, and those above it. */
  List<String> unitsOf(Viewer viewer) {
    List<String> found = new ArrayList<>();
    String next = ownUnit(viewer);
    while (next != null && !found.contains(next)) {
      found.add(next);
      next = units.findUnit(next).map(Unit::parent).orElse(null);
    }
    return found;
  }

  /** Null for whoever works in none, and for a program. */
  @Nullable String ownUnit(Viewer viewer) {
    return Optional.ofNullable(viewer.account())
        .filter(account -> !account.contains(":"))
        .flatMap(account -> accounts.findAccount(UUID.fromString(account)))
        .map(Account::unit)
        .orElse(null);
  }
}
