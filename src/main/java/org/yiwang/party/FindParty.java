package org.yiwang.party;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.identity.Account;
import org.yiwang.identity.Accounts;

/**
 * Finds whom somebody names (查找主体) without showing anything of them: by account, by a whole
 * identifier, or by name with the last four digits of an identifier.
 */
@Component
class FindParty {
  private static final int LAST_DIGITS = 4;

  private final PartyStore store;
  private final FactStore facts;
  private final FactKinds kinds;
  private final Accounts accounts;
  private final DistrictTime time;

  FindParty(
      PartyStore store, FactStore facts, FactKinds kinds, Accounts accounts, DistrictTime time) {
    this.store = store;
    this.facts = facts;
    this.kinds = kinds;
    this.accounts = accounts;
    this.time = time;
  }

  Optional<UUID> find(String named, String lastFour) {
    String words = named.strip();
    if (words.isEmpty()) {
      return Optional.empty();
    }
    return byAccount(words)
        .or(() -> single(facts.listByValue(identifying(true), words)))
        .or(() -> byName(words, FactStore.normal(lastFour)));
  }

  private Optional<UUID> byAccount(String login) {
    return accounts
        .findByLogin(login)
        .filter(Account::enabled)
        .map(
            account ->
                store
                    .findByAccount(account.id().toString())
                    .orElseGet(
                        () ->
                            store.join(
                                account.id().toString(), account.name().zh(), time.instant())));
  }

  private Optional<UUID> byName(String name, String lastFour) {
    return lastFour.length() == LAST_DIGITS
        ? single(
            facts.listByValue(identifying(false), name).stream()
                .filter(party -> endsWith(party, lastFour))
                .toList())
        : Optional.empty();
  }

  private boolean endsWith(UUID party, String digits) {
    return GrowFile.current(facts.list(party), time.instant()).stream()
        .filter(fact -> kinds.findKind(fact.kind()).filter(FactKind::masked).isPresent())
        .anyMatch(fact -> FactStore.normal(fact.value()).endsWith(digits));
  }

  /** Whether it is a number of that party's document, whole or its last four characters. */
  boolean isNumberOf(UUID party, String typed) {
    String number = FactStore.normal(typed);
    return GrowFile.current(facts.list(party), time.instant()).stream()
        .filter(fact -> kinds.findKind(fact.kind()).filter(FactKind::numbers).isPresent())
        .map(fact -> FactStore.normal(fact.value()))
        .anyMatch(
            own -> own.equals(number) || number.length() == LAST_DIGITS && own.endsWith(number));
  }

  private List<FactKind> identifying(boolean masked) {
    return kinds.listKinds().stream()
        .filter(kind -> kind.identifies() && kind.masked() == masked)
        .toList();
  }

  /** Of two who fit, neither: guessing between people is worse than asking again. */
  private static Optional<UUID> single(List<UUID> found) {
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }
}
