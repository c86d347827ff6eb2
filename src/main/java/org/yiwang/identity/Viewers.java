package org.yiwang.identity;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.yiwang.pack.Text;

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

  /**
   * The viewer of the present request, looked up anew whenever asked: for answers that last longer
   * than a request. Anonymous as soon as the sign-in counts no more.
   */
  public Supplier<Viewer> watch() {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    return () -> of(authentication);
  }

  /** What an account may do and see; anonymous if the account cannot be used any more. */
  public Viewer of(Account account) {
    if (!account.enabled()) {
      return Viewer.anonymous();
    }
    Post post = new Post(account.roles(), account.unit(), account.area(), account.grid());
    return viewer(account.id().toString(), account.name(), post);
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
    return viewer("client:" + client.clientId(), client.name(), client.post());
  }

  private Viewer viewer(String account, Text name, Post post) {
    Map<String, Reach> byRole = new HashMap<>();
    post.roles().forEach(role -> byRole.put(role, reach(role, post)));
    Reach all = byRole.values().stream().reduce(Reach.none(), Reach::and);
    return new Viewer(account, name, post.roles(), permissions(post.roles()), all, byRole);
  }

  private Set<Permission> permissions(Set<String> held) {
    Set<Permission> may = EnumSet.noneOf(Permission.class);
    held.forEach(role -> roles.findRole(role).ifPresent(r -> may.addAll(r.permissions())));
    return may;
  }

  private Reach reach(String role, Post post) {
    return switch (roles.scopeOf(role)) {
      case DISTRICT -> Reach.district();
      case AREA -> areaOf(post).map(Reach::area).orElseGet(Reach::none);
      case GRID -> Optional.ofNullable(post.grid()).map(Reach::grid).orElseGet(Reach::none);
      case UNIT ->
          Optional.ofNullable(post.unit())
              .map(unit -> Reach.units(units.below(unit)))
              .orElseGet(Reach::none);
      case OWN, NONE -> Reach.none();
    };
  }

  private Optional<String> areaOf(Post post) {
    return post.area() != null
        ? Optional.of(post.area())
        : Optional.ofNullable(post.unit()).flatMap(units::findUnit).map(Unit::area);
  }
}
