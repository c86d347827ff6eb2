package org.yiwang.identity;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yiwang.pack.Defined;
import org.yiwang.pack.District;
import org.yiwang.pack.PackReading;

/** The roles the district's pack declares (角色表). Read once, then immutable. */
@Component
public final class Roles {
  /** Given to people who come from an outside sign-in for the first time, if declared. */
  static final String RESIDENT = "resident";

  private final Map<String, Role> byId = new LinkedHashMap<>();
  private final Map<String, Scope> scopes = new LinkedHashMap<>();

  Roles(District district) {
    for (Defined<RolesFile> file : district.list(IdentityPackPart.ROLES)) {
      file.value().roles().forEach(this::add);
    }
  }

  private void add(String id, RolesFile.RoleLine line) {
    Set<Permission> may = EnumSet.noneOf(Permission.class);
    may.addAll(line.may());
    String start = line.start() != null ? line.start() : startOf(may);
    byId.put(id, new Role(id, line.name(), Set.copyOf(may), start));
    scopes.put(id, line.scope());
  }

  private static String startOf(Set<Permission> may) {
    if (may.contains(Permission.SEE_CASES)) {
      return "/desk";
    }
    if (may.contains(Permission.SEE_BOARD)) {
      return "/board";
    }
    if (may.contains(Permission.SEE_ACCESS_LOG)) {
      return "/access-log";
    }
    return may.contains(Permission.ADMINISTER) ? "/admin" : "/";
  }

  /** The role of that id, if the pack declares one. */
  public Optional<Role> findRole(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** Every role, in the order of the pack. */
  public List<Role> listRoles() {
    return List.copyOf(byId.values());
  }

  /** Ids of the roles a pack declares, for checks by other modules while it is being read. */
  public static Set<String> idsIn(PackReading pack) {
    Set<String> ids = new LinkedHashSet<>();
    pack.list(IdentityPackPart.ROLES).forEach(file -> ids.addAll(file.value().roles().keySet()));
    return ids;
  }

  /**
   * Whether one of these roles is work (岗位): it allows something, such as to see cases, files,
   * figures, accounts or the access log. A resident's allows nothing.
   */
  boolean areWork(Set<String> held) {
    return held.stream()
        .flatMap(id -> findRole(id).stream())
        .anyMatch(role -> !role.permissions().isEmpty());
  }

  Scope scopeOf(String id) {
    return scopes.getOrDefault(id, Scope.NONE);
  }
}
