package org.yiwang.identity;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Who is asking (访问者): the viewer of the present request, or of an account. */
@Component
public final class Viewers {
  private final Accounts accounts;
  private final Roles roles;
  private final Units units;
  private final ProgramClients clients;
  private final Demo demo;

  Viewers(Accounts accounts, Roles roles, Units units, ProgramClients clients, Demo demo) {
    this.accounts = accounts;
    this.roles = roles;
    this.units = units;
    this.clients = clients;
    this.demo = demo;
  }

  /** The viewer of the request that this thread is answering; anonymous outside a request. */
  public Viewer current() {
    return of(SecurityContextHolder.getContext().getAuthentication());
  }

  /** What an account may do and see; anonymous if the account cannot be used any more. */
  public Viewer of(Account account) {
    if (!account.enabled()) {
      return Viewer.anonymous();
    }
    Post post = new Post(account.roles(), account.unit(), account.area(), account.grid());
    return new Viewer(
        account.id().toString(),
        account.name(),
        account.roles(),
        permissions(account.roles()),
        reach(post));
  }

  Viewer of(@Nullable Authentication authentication) {
    Grounds grounds = Grounds.of(authentication);
    if (grounds == null) {
      return Viewer.anonymous();
    }
    if (grounds.client() != null) {
      return clients.find(grounds.client()).map(this::of).orElseGet(Viewer::anonymous);
    }
    return account(grounds).map(this::of).orElseGet(Viewer::anonymous);
  }

  /** The account behind a sign-in that still counts. */
  Optional<Account> account(Grounds grounds) {
    UUID id = grounds.account();
    return id == null
        ? Optional.empty()
        : accounts
            .findAccount(id)
            .filter(a -> a.enabled() && demo.allows(a))
            .filter(a -> !grounds.since().isBefore(a.validFrom()));
  }

  private Viewer of(ProgramClient client) {
    return new Viewer(
        "client:" + client.clientId(),
        client.name(),
        client.post().roles(),
        permissions(client.post().roles()),
        reach(client.post()));
  }

  private Set<Permission> permissions(Set<String> held) {
    Set<Permission> may = EnumSet.noneOf(Permission.class);
    held.forEach(role -> roles.findRole(role).ifPresent(r -> may.addAll(r.permissions())));
    return may;
  }

  private Reach reach(Post post) {
    boolean everything = false;
    Set<String> areas = new HashSet<>();
    Set<String> grids = new HashSet<>();
    Set<String> below = new HashSet<>();
    for (String role : post.roles()) {
      switch (roles.scopeOf(role)) {
        case DISTRICT -> everything = true;
        case AREA -> areaOf(post).ifPresent(areas::add);
        case GRID -> Optional.ofNullable(post.grid()).ifPresent(grids::add);
        case UNIT -> Optional.ofNullable(post.unit()).ifPresent(u -> below.addAll(units.below(u)));
        case OWN, NONE -> {}
      }
    }
    return new Reach(everything, areas, grids, below);
  }

  private Optional<String> areaOf(Post post) {
    return post.area() != null
        ? Optional.of(post.area())
        : Optional.ofNullable(post.unit()).flatMap(units::findUnit).map(Unit::area);
  }
}
