package org.yiwang.identity;

import java.util.List;
import org.springframework.stereotype.Component;
import org.yiwang.pack.DefinitionType;
import org.yiwang.pack.DefinitionType.Level;
import org.yiwang.pack.PackCheck;
import org.yiwang.pack.PackPart;

/** What this module reads from a pack: units, roles, demo people; and the checks over them. */
@Component
class IdentityPackPart implements PackPart {
  static final DefinitionType<RolesFile> ROLES =
      DefinitionType.yaml("roles", Level.DISTRICT, "roles.yaml", RolesFile.class);
  static final DefinitionType<UnitsFile> UNITS =
      DefinitionType.yaml("units", Level.DISTRICT, "units.yaml", UnitsFile.class);
  static final DefinitionType<CommitteeLine> COMMITTEES =
      DefinitionType.csv("committees", Level.DISTRICT, "units/*.csv", CommitteeLine.class);
  static final DefinitionType<PeopleFile> PEOPLE =
      DefinitionType.yaml("people", Level.DISTRICT, "people/*.yaml", PeopleFile.class);

  IdentityPackPart() {}

  @Override
  public List<DefinitionType<?>> types() {
    return List.of(ROLES, UNITS, COMMITTEES, PEOPLE);
  }

  @Override
  public List<PackCheck> checks() {
    return List.of(new UnitTreeCheck(), new RolesCheck(), new PeopleCheck(), new OwnerCheck());
  }
}
