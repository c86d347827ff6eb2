package org.yiwang.party;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.identity.AccessLog;
import org.yiwang.identity.OnBehalf;
import org.yiwang.identity.Permission;
import org.yiwang.identity.Viewer;
import org.yiwang.journal.Actor;
import org.yiwang.pack.PackReading;
import org.yiwang.pack.Text;
import org.yiwang.page.Refusal;
import org.yiwang.page.RefusedException;

/**
 * The files of people, firms and things (主体、一人一档、一企一档). What identifies a person is sealed in the
 * database and masked on screens.
 *
 * <p>{@link #facts} and {@link #nameOf} ask nothing about whoever asks: they are for the program
 * itself, for prefilling and for what a person sees of their own. What officers see of a file comes
 * from {@link #readFile} alone.
 */
@Component
public class Parties {
  private final PartyStore store;
  private final Files files;
  private final Names names;
  private final AccessLog access;
  private final DistrictTime time;

  Parties(PartyStore store, Files files, Names names, AccessLog access, DistrictTime time) {
    this.store = store;
    this.files = files;
    this.names = names;
    this.access = access;
    this.time = time;
  }

  /** What can be done with files, one use case each. */
  @Component
  record Files(
      GrowFile grow,
      AddPerson people,
      AddLicensedFirm firms,
      ReadFile read,
      FactStore facts,
      RelationStore relations,
      GrowRelations ties,
      HearCredential hear,
      Standing standing,
      FitsFile fits,
      DemoFirms demo) {}

  /** Everything a file holds (档案), newest facts first. */
  public record Contents(PartyName of, List<Fact> facts, List<Relation> relations) {
    /** The facts that count at that instant: of each kind the newest. */
    public List<Fact> current(Instant now) {
      return GrowFile.current(facts, now);
    }
  }

  /**
   * How a party is called.
   *
   * @throws NoSuchElementException if there is no such party
   */
  public PartyName nameOf(UUID party) {
    return names.find(party).orElseThrow(() -> new NoSuchElementException("No party " + party));
  }

  /** How a party is called, if there is one. */
  public Optional<PartyName> findName(UUID party) {
    return names.find(party);
  }

  /** What counts now of a party's facts, one of each kind: for prefilling and for the own file. */
  public List<Fact> facts(UUID party) {
    return GrowFile.current(files.facts().list(party), time.instant());
  }

  /** The whole of a file for the program's own work, never for a screen. */
  public Contents ownFile(UUID party) {
    return new Contents(nameOf(party), files.facts().list(party), files.relations().list(party));
  }

  /**
   * The whole of a file for the party itself, or for whoever stands for a firm: whoever calls has
   * made sure of that. A representative's look at the firm's file is written into the access log,
   * since a firm has several people; one's own is not.
   */
  @Transactional
  public Contents readOwn(Viewer viewer, UUID party) {
    Optional<UUID> self = findOfAccount(viewer.requireSignedIn());
    if (!self.equals(Optional.of(party))) {
      Text purpose = Text.of("代表企业查看企业档案", "The firm's file, on behalf of the firm");
      var sight = AccessLog.Sight.ofParty(GrowFile.subject(party), party);
      access.sit(viewer, sight.by(representing(viewer, self, party)), purpose);
    }
    return ownFile(party);
  }

  private @Nullable OnBehalf representing(Viewer viewer, Optional<UUID> self, UUID firm) {
    return self.stream()
        .flatMap(person -> files.relations().list(person).stream())
        .filter(one -> one.kind() == Relation.Kind.LEGAL_REPRESENTATIVE)
        .filter(one -> one.other().equals(firm) && one.lasts(time.instant()))
        .findFirst()
        .map(one -> new OnBehalf(viewer.name(), true, one.since()))
        .orElse(null);
  }

  /** The open cases for which an officer may open a file; several are chosen from. */
  public List<FileGrounds.Ground> listGrounds(Viewer viewer, UUID party) {
    return files.read().listGrounds(viewer, party);
  }

  /** A fact of any party: for callers that know whose it may be. */
  public Optional<Fact> findFact(long id) {
    return files.facts().find(id);
  }

  /**
   * The one way in which an officer opens a file. Written into the access log under the open case
   * that is its ground; without one only with {@link Permission#READ_WITHOUT_CASE} and a written
   * reason, which is flagged.
   *
   * @throws RefusedException FORBIDDEN without permission or ground; INVALID {@code
   *     file-needs-reason} if a reason would open it
   * @throws NoSuchElementException if there is no such party
   */
  @Transactional
  public Contents readFile(Viewer viewer, FileAsk ask) {
    files.read().admit(viewer, ask);
    return ownFile(ask.party());
  }

  /** A relation of any two parties: for callers that know whose it may be. */
  public Optional<Relation> findRelation(long id) {
    return files.relations().find(id);
  }

  /**
   * Ends a relation now, such as by a case in which it was found to be wrong; with it ends what
   * either side may do by it. Joins the caller's transaction.
   *
   * @param why the case or credential by which it ends
   * @return false if it has ended before
   */
  @Transactional
  public boolean endRelation(Relation relation, Fact.Source why, Actor by) {
    return files.ties().end(relation, why, by);
  }

  /**
   * A credential counts no more: relations that stood by it alone end now. Where there is one such
   * at a time and it was wrong, whoever the latest credential names that was not wrong stands.
   */
  @Transactional
  public void forgetFrom(TakenBack taken, Actor by) {
    files.hear().forget(taken, by);
  }

  /** Whether credentials of a type say who belongs to whom here. */
  public boolean hearsRelations(String type) {
    return files.hear().listensTo(type);
  }

  /**
   * Nobody else begins or ends relations until the caller's transaction ends. For whoever changes a
   * row of their own that others change too and then relations: first this, then the row.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void holdRelations() {
    files.relations().alone();
  }

  /** Parties that an identifier leads to, such as an identity number; found by its keyed hash. */
  public List<UUID> findByIdentifier(String typed) {
    return files.grow().findByIdentifier(typed);
  }

  /** Puts facts on file; joins the transaction of whatever they come from. */
  @Transactional
  public void learn(UUID party, List<NewFact> facts, Actor by) {
    files.grow().learn(party, facts, by);
  }

  /**
   * Puts on file what a credential says of its holder, and of its holder and others who have a file
   * here, as far as the pack declares; once.
   */
  @Transactional
  public void learnFrom(SaidByCredential said, Actor by) {
    files.grow().learnFrom(said, by);
  }

  /** Begins the file of a firm. */
  @Transactional
  public UUID addFirm(NewFirm firm, Actor by) {
    return files.grow().addFirm(firm, by);
  }

  /** What would be wrong with the file of a new person, each beside its field; none if nothing. */
  public List<Refusal> wrongWith(NewPerson person) {
    return files.people().wrongWith(person);
  }

  /**
   * Begins the file of a person without an account, from a document that an officer saw.
   *
   * @throws RefusedException INVALID with everything that is wrong, also if somebody has that
   *     number already
   */
  @Transactional
  public UUID addPerson(NewPerson person, Actor by) {
    return files.people().add(person, by);
  }

  /** What would be wrong with the file of a firm, each beside its field; none if nothing. */
  public List<Refusal> wrongWith(LicensedFirm firm) {
    return files.firms().wrongWith(firm);
  }

  /**
   * Whether one of these parties can be the holder of a credential that says this of its holder;
   * also where nothing is known that it could be compared with.
   *
   * @param type of ours, as the pack declares it
   * @param claim of that type
   */
  public boolean canHold(Collection<UUID> parties, String type, String claim, String said) {
    return files.fits().fits(parties, type, claim, said);
  }

  /** A number as it is compared: without spaces and hyphens, in narrow capital letters. */
  public static String plainNumber(String typed) {
    return FactStore.normal(typed);
  }

  /**
   * The file of a representative by their number, where it is one person's; shows nothing of it.
   */
  public Optional<UUID> findRepresentative(NewPerson typed) {
    return files.firms().find(typed);
  }

  /** Whether a representative who has a file is called as it was typed. */
  public boolean called(NewPerson typed) {
    return files.firms().called(typed);
  }

  /**
   * Begins the file of a firm from its licence, and that of its representative if they have none.
   *
   * @throws RefusedException INVALID with everything that is wrong, also if some firm has that code
   */
  @Transactional
  public UUID addLicensedFirm(LicensedFirm firm, Actor by) {
    return files.firms().add(firm, by);
  }

  /**
   * Puts a relation on file and tells both sides, except of invented ones; nothing happens if it
   * stands already.
   */
  @Transactional
  public void relate(NewRelation relation, Actor by) {
    files.ties().relate(relation, by);
  }

  /** The firm that has this id in the pack's {@code parties/}, once the demo has begun its file. */
  public Optional<UUID> findDemoFirm(String id) {
    return files.demo().find(id);
  }

  /** Ids of the demo's firms, for checks of other modules. */
  public static Set<String> demoFirmsIn(PackReading pack) {
    return DemoFirms.idsIn(pack);
  }

  /** Firms of which the party is the legal representative today. */
  public List<UUID> representedBy(UUID party) {
    return files.ties().representedBy(party);
  }

  /**
   * The party of whoever signs in with an account; made at the first asking.
   *
   * @param account the account's id
   * @param name how the account's owner is called, for a party that is made now
   */
  @Transactional
  public UUID ofAccount(String account, String name) {
    return store.findByAccount(account).orElseGet(() -> store.join(account, name, time.instant()));
  }

  /** The party of whoever signs in with an account, if it was made already; only looks. */
  public Optional<UUID> findOfAccount(String account) {
    return store.findByAccount(account);
  }

  /** The account with which a party signs in, if it has one. */
  public Optional<String> findAccount(UUID party) {
    return store.findAccount(party);
  }

  /** The accounts that stand for a party: its own, and for a firm its legal representatives'. */
  public Set<String> accountsFor(UUID party) {
    return files.standing().accounts(party);
  }
}
