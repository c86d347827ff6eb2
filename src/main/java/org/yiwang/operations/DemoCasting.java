package org.yiwang.operations;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.casework.Case;
import org.yiwang.casework.Mover;
import org.yiwang.identity.Account;
import org.yiwang.identity.Accounts;
import org.yiwang.identity.Permission;
import org.yiwang.identity.Reach;
import org.yiwang.identity.Role;
import org.yiwang.identity.Roles;
import org.yiwang.identity.Unit;
import org.yiwang.identity.Units;
import org.yiwang.identity.Viewer;
import org.yiwang.identity.Viewers;
import org.yiwang.pack.Text;
import org.yiwang.place.Area;
import org.yiwang.place.Places;

/**
 * Who acts in the demo: its people where one has the role and the reach, and elsewhere a nameless
 * colleague of the same role, so that every step is done by somebody who might have done it.
 */
@Component
class DemoCasting {
  private final Accounts accounts;
  private final Viewers viewers;
  private final Roles roles;
  private final Units units;
  private final Places places;
  private final Map<String, Viewer> colleagues = new ConcurrentHashMap<>();

  DemoCasting(Accounts accounts, Viewers viewers, Roles roles, Units units, Places places) {
    this.accounts = accounts;
    this.viewers = viewers;
    this.roles = roles;
    this.units = units;
    this.places = places;
  }

  /** The demo's people as they are now. */
  Cast cast() {
    List<Viewer> officers = new ArrayList<>();
    List<Account> residents = new ArrayList<>();
    for (Account account : accounts.listAccounts()) {
      Viewer viewer = viewers.of(account);
      if (account.demo() && viewer.permissions().isEmpty()) {
        residents.add(account);
      } else if (account.demo()) {
        officers.add(viewer);
      }
    }
    return new Cast(officers, residents);
  }

  /** Everybody in the demo. */
  final class Cast {
    private final List<Viewer> officers;
    private final List<Account> residents;

    Cast(List<Viewer> officers, List<Account> residents) {
      this.officers = officers;
      this.residents = residents;
    }

    List<Account> residents() {
      return residents;
    }

    /** Whoever acts on a case in a role; the reporter is proven by having the number. */
    Mover who(String role, Case of) {
      if (role.equals("reporter")) {
        return Mover.reporter(reporter(of).map(viewers::of).orElseGet(Viewer::anonymous));
      }
      return Mover.of(
          officers.stream()
              .filter(o -> o.is(role) && covers(o.reach(), of))
              .findFirst()
              .orElseGet(() -> colleague(role, of)));
    }

    private Optional<Account> reporter(Case of) {
      return residents.stream()
          .filter(r -> r.id().toString().equals(of.origin().reporterAccount()))
          .findFirst();
    }

    private Viewer colleague(String role, Case of) {
      boolean byUnit =
          of.unit() != null
              && officers.stream().anyMatch(o -> o.is(role) && !o.reach().units().isEmpty());
      String place = Objects.requireNonNullElse(byUnit ? of.unit() : of.where().area(), "");
      return colleagues.computeIfAbsent(
          role + ":" + place, key -> invent(key, role, byUnit ? unit(place) : area(place)));
    }
  }

  private Viewer invent(String key, String role, Place at) {
    Text title = roles.findRole(role).map(Role::name).orElseGet(() -> Text.same(role));
    Text name =
        Text.of(
            at.name().zh() + " · " + title.zh() + "（虚构）",
            at.name().en() + " · " + title.en() + " (invented)");
    String account = UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)).toString();
    Set<Permission> may = roles.findRole(role).map(Role::permissions).orElseGet(Set::of);
    return new Viewer(account, name, Set.of(role), may, at.reach());
  }

  private record Place(Text name, Reach reach) {}

  private Place unit(String id) {
    Text name = units.findUnit(id).map(Unit::name).orElseGet(() -> Text.same(id));
    return new Place(name, new Reach(false, Set.of(), Set.of(), Set.of(id)));
  }

  private Place area(@Nullable String code) {
    return places
        .findArea(Objects.requireNonNullElse(code, ""))
        .map(Area::name)
        .map(name -> new Place(name, new Reach(false, Set.of(code), Set.of(), Set.of())))
        .orElseGet(() -> new Place(Text.of("本区", "District"), Reach.district()));
  }

  private static boolean covers(Reach reach, Case of) {
    Case.Where where = of.where();
    return reach.everything()
        || (where.area() != null && reach.areas().contains(where.area()))
        || (where.grid() != null && reach.grids().contains(where.grid()))
        || (of.unit() != null && reach.units().contains(of.unit()));
  }
}
