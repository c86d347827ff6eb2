package org.yiwang.submission;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
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

  HelpingOfficers(Cases cases, Matters matters, Accounts accounts, Viewers viewers, Units units) {
    this.cases = cases;
    this.matters = matters;
    this.accounts = accounts;
    this.viewers = viewers;
    this.units = units;
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
    String application = matters.applicationOf(matter);
    return officer.may(Permission.SEE_CASES)
        && cases.rolesOf(application, matter.lifecycle()).stream()
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
        && !unitsOf(viewer).isEmpty()
        && matters.listMatters().stream()
            .flatMap(m -> cases.rolesOf(matters.applicationOf(m), m.lifecycle()).stream())
            .anyMatch(viewer::is);
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
