package org.yiwang.identity;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.yiwang.pack.Text;

/** Where somebody stands, in words: "四平路街道 · 街道核查员". */
@Component
class Posts {
  private final Roles roles;
  private final Units units;

  Posts(Roles roles, Units units) {
    this.roles = roles;
    this.units = units;
  }

  Text words(Account account) {
    Optional<Text> unit =
        Optional.ofNullable(account.unit()).flatMap(units::findUnit).map(Unit::name);
    Stream<Text> held =
        account.roles().stream().map(roles::findRole).flatMap(Optional::stream).map(Role::name);
    return Stream.concat(unit.stream(), held)
        .filter(Objects::nonNull)
        .reduce((a, b) -> Text.of(a.zh() + " · " + b.zh(), a.en() + " · " + b.en()))
        .orElse(Text.same(""));
  }
}
