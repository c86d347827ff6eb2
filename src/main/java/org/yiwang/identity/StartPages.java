package org.yiwang.identity;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Where people land after signing in. */
@Component
class StartPages {
  static final String AUTHORIZE = "/oauth2/authorize";

  private final Roles roles;
  private final ProgramClients clients;

  StartPages(Roles roles, ProgramClients clients) {
    this.roles = roles;
    this.clients = clients;
  }

  /** The start page of the first role that has one of its own. */
  String of(Account account) {
    return roles.listRoles().stream()
        .filter(role -> account.roles().contains(role.id()))
        .map(Role::start)
        .filter(start -> !start.equals("/"))
        .findFirst()
        .orElse("/");
  }

  /** The origin of the program that a sign-in leads on to, if it is one of ours. */
  Optional<String> programBehind(String to) {
    if (!to.startsWith(AUTHORIZE + "?")) {
      return Optional.empty();
    }
    var parameters = UriComponentsBuilder.fromUriString(to).build(true).getQueryParams();
    String client = parameters.getFirst("client_id");
    String redirect = parameters.getFirst("redirect_uri");
    if (client == null || redirect == null) {
      return Optional.empty();
    }
    String decoded = URLDecoder.decode(redirect, StandardCharsets.UTF_8);
    return clients.find(client).filter(c -> c.mayReturnTo(decoded)).map(c -> origin(decoded));
  }

  private static String origin(String uri) {
    URI address = URI.create(uri);
    return address.getScheme() + "://" + address.getAuthority();
  }
}
