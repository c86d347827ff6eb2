package org.yiwang.identity;

import java.util.Map;
import org.yiwang.pack.PackCheck;
import org.yiwang.pack.PackReading;
import org.yiwang.pack.Problems;

/** Roles make sense: somebody can administer, and who may see cases sees some. */
final class RolesCheck implements PackCheck {

  @Override
  public void check(PackReading pack, Problems problems) {
    for (var file : pack.list(IdentityPackPart.ROLES)) {
      Map<String, RolesFile.RoleLine> roles = file.value().roles();
      if (roles.values().stream().noneMatch(r -> r.may().contains(Permission.ADMINISTER))) {
        problems.add(
            file.source(),
            "ROLE-01",
            "No role may administer, so nobody could create accounts.",
            "Give one role \"may: [administer]\".");
      }
      roles.forEach((id, role) -> sees(pack, problems, id, role));
    }
  }

  private static void sees(
      PackReading pack, Problems problems, String id, RolesFile.RoleLine role) {
    boolean seesNothing = role.scope() == Scope.NONE || role.scope() == Scope.OWN;
    if (seesNothing && role.may().contains(Permission.SEE_CASES)) {
      problems.add(
          pack.at(role, "scope"),
          "ROLE-02",
          "Role \"%s\" may see cases, but its scope reaches none.".formatted(id),
          "Set its scope to grid, area, unit or district, or take see-cases away.");
    }
    if (role.start() != null && !LocalPath.isLocal(role.start())) {
      problems.add(
          pack.at(role, "start"),
          "ROLE-03",
          "Role \"%s\" starts at \"%s\", which is no page of this site."
              .formatted(id, role.start()),
          "Write a path that begins with one slash, such as /desk.");
    }
  }
}
