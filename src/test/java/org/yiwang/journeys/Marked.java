package org.yiwang.journeys;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.yiwang.credential.Credential;
import org.yiwang.identity.Account;
import org.yiwang.party.Fact;
import org.yiwang.party.Parties;

/**
 * Somebody whose data are known by words that nobody else has.
 *
 * @param login of whose eyes these data are; empty for somebody without an account
 * @param party whose data they are
 * @param words each enough to know the person or firm by
 */
record Marked(String login, UUID party, Set<String> words) {
  private static final List<String> TELLING =
      List.of("name", "person-id", "address", "firm-name", "credit-code", "born", "scope");

  /** What the file and the wallet say, and what was typed for them. */
  static Marked of(
      String login, UUID party, Stream<Credential> wallet, Parties parties, Set<String> typed) {
    Set<String> words = new TreeSet<>(typed);
    parties.facts(party).stream().map(Fact::value).forEach(words::add);
    wallet
        .flatMap(one -> one.claims().entrySet().stream())
        .filter(said -> TELLING.contains(said.getKey()))
        .forEach(said -> words.add(said.getValue()));
    words.removeIf(Marked::ordinary);
    return new Marked(login, party, Set.copyOf(words));
  }

  static Marked person(
      Account account, Parties parties, Stream<Credential> wallet, String... typed) {
    UUID party = parties.ofAccount(account.id().toString(), account.name().zh());
    Set<String> words = new TreeSet<>(Set.of(typed));
    words.add(account.name().zh());
    words.add(account.name().en());
    return of(account.login(), party, wallet, parties, words);
  }

  /** Too short to be anybody's own, or the same for many. */
  private static boolean ordinary(String words) {
    return words.codePointCount(0, words.length()) < 2 || words.matches("[a-z-]{1,10}|\\d{1,6}");
  }

  /** Those of the words that stand in an answer. */
  Optional<String> shown(String body) {
    List<String> found = words.stream().filter(body::contains).sorted().toList();
    return found.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", found));
  }
}
