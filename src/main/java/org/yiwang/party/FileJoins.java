package org.yiwang.party;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.journal.Actor;
import org.yiwang.journal.Journal;
import org.yiwang.journal.NewEntry;
import org.yiwang.page.RefusedException;

/**
 * A file that began without an account becomes that of its owner's account (认领档案). What shows that
 * both are one person's is for whoever calls; this only sees to it that no file has two accounts
 * and no account two files, and that nothing is merged.
 */
@Component
public class FileJoins {
  private final JoinStore store;
  private final PartyStore parties;
  private final FindNamed named;
  private final List<HoldsForParty> holders;
  private final Journal journal;
  private final DistrictTime time;

  FileJoins(
      JoinStore store,
      PartyStore parties,
      FindNamed named,
      List<HoldsForParty> holders,
      Journal journal,
      DistrictTime time) {
    this.store = store;
    this.parties = parties;
    this.named = named;
    this.holders = holders;
    this.journal = journal;
    this.time = time;
  }

  /**
   * What is joined to what.
   *
   * @param account the account's id
   * @param name how its owner is called
   * @param party the file that began without an account
   * @param ref number of the case, the visit, or who said it
   */
  public record Asked(String account, String name, UUID party, Joined.Way way, String ref) {}

  /**
   * The file of a person without an account who has that number confirmed now and is called so.
   * Whoever asks must not tell whether there is one.
   */
  public Optional<UUID> find(String name, String number) {
    return named.findPerson(number, name).filter(party -> parties.findAccount(party).isEmpty());
  }

  /** Whether the file of an account holds anything, so that it can join no other. */
  public boolean hasContents(String account) {
    return parties.findByAccount(account).filter(this::holds).isPresent();
  }

  /**
   * @throws RefusedException OUTDATED if the file of an account holds anything
   */
  public void requireBlank(String account) {
    if (hasContents(account)) {
      throw PartyRefusals.accountHasFile();
    }
  }

  private boolean holds(UUID party) {
    return !store.isBlank(party) || holders.stream().anyMatch(one -> one.holds(party));
  }

  /**
   * Joins the transaction in which it was shown that both are one person's.
   *
   * @throws RefusedException OUTDATED if the account's own file holds something, or if the other
   *     has an account by now
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Joined join(Asked asked, Actor by) {
    String account = asked.account();
    UUID former =
        parties
            .findByAccount(account)
            .orElseGet(() -> parties.join(account, asked.name(), time.instant()));
    store.lock(former, asked.party());
    boolean still = parties.findByAccount(account).filter(former::equals).isPresent();
    if (!still || holds(former)) {
      throw PartyRefusals.accountHasFile();
    }
    if (parties.findAccount(asked.party()).isPresent()) {
      throw PartyRefusals.fileHasAccount(); // before anything is written: callers may commit
    }
    store.pass(account, former, asked.party());
    var joined =
        new Joined(asked.party(), account, former, asked.way(), asked.ref(), time.instant());
    store.insert(joined);
    journal.append(entry(joined, by));
    return joined;
  }

  private static NewEntry entry(Joined of, Actor by) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("account", of.account());
    facts.put("former", GrowFile.subject(of.former()));
    facts.put("way", of.way().name());
    facts.put("ref", of.ref());
    return new NewEntry(by, "file.joined", GrowFile.subject(of.party()), facts);
  }

  /**
   * A file leaves an account that is not its owner's; that account begins an empty one when it is
   * next asked for.
   *
   * @param ref the visit at which its owner showed who they are
   * @throws RefusedException OUTDATED if it was not joined, or was parted meanwhile
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Joined part(UUID party, String ref, Actor by) {
    store.lock(party, party);
    Joined joined = store.find(party).orElseThrow(PartyRefusals::notJoined);
    store.part(joined);
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("account", joined.account());
    facts.put("ref", ref);
    journal.append(new NewEntry(by, "file.parted", GrowFile.subject(party), facts));
    return joined;
  }

  /** When and by what a file got its account, if it began without one. */
  public Optional<Joined> findOf(UUID party) {
    return store.find(party);
  }
}
