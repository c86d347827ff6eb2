package org.yiwang.credential;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.identity.Viewer;
import org.yiwang.journal.Actor;
import org.yiwang.pack.Text;
import org.yiwang.page.Refusal;
import org.yiwang.page.RefusedException;
import org.yiwang.party.Parties;
import org.yiwang.party.SaidByCredential;

/** The one door to credentials (电子证照): issue, find, revoke, present once, take. */
@Component
public class Credentials {
  /** Type of what {@link #keep} makes: a copy that an officer has compared with the original. */
  public static final String CHECKED = KeepPaper.TYPE;

  private final CredentialTypes types;
  private final CredentialStore store;
  private final Wallet wallet;
  private final Parties parties;
  private final Steps steps;
  private final DistrictTime time;

  Credentials(
      CredentialTypes types,
      CredentialStore store,
      Wallet wallet,
      Parties parties,
      Steps steps,
      DistrictTime time) {
    this.types = types;
    this.store = store;
    this.wallet = wallet;
    this.parties = parties;
    this.steps = steps;
    this.time = time;
  }

  /** What can be done with credentials, one use case each. */
  @Component
  record Steps(
      IssueCredential issue,
      KeepPaper keep,
      PresentOnce present,
      UsePresentation use,
      TakeBack takeBack,
      SignStatement sign,
      TakeElsewhere elsewhere) {}

  /**
   * Issues a credential; joins the caller's transaction and writes {@code credential.issued}. What
   * it says goes into its holder's file, as far as the pack declares.
   *
   * @throws RefusedException INVALID if claims do not fit the type
   * @throws NoSuchElementException if the pack declares no such type
   */
  public Credential issue(NewCredential credential) {
    Credential issued = ready(credential);
    tell(issued, credential.caseNumber(), credential.by());
    return issued;
  }

  /**
   * For whoever writes relations of their own before issuing: key and list are opened first, while
   * nobody waits, and then nobody else writes relations until the caller's transaction ends.
   *
   * @throws NoSuchElementException if the pack declares no such type
   */
  public void makeReady(String type) {
    steps.issue().makeReady(types.getType(type));
    parties.holdRelations();
  }

  private Credential ready(NewCredential credential) {
    if (parties.hearsRelations(credential.type())) {
      makeReady(credential.type());
    }
    return steps.issue().issue(credential, types.getType(credential.type()));
  }

  /** Issues for the demo's people: of relations that it says nobody is told. */
  void issueInvented(NewCredential credential) {
    tellInvented(ready(credential));
  }

  /** What it says goes into its holder's file, as far as the pack declares; once. */
  void tellInvented(Credential issued) {
    tell(issued, null, Actor.SYSTEM);
  }

  private void tell(Credential issued, @Nullable String caseNumber, Actor by) {
    parties.learnFrom(
        new SaidByCredential(
            issued.holder(),
            issued.type(),
            issued.id(),
            issued.claims(),
            issued.expires(),
            caseNumber),
        by);
  }

  /**
   * Keeps an uploaded paper that an officer has checked, as a credential of the type {@code
   * checked-document}, so that it need not be uploaded again; joins the caller's transaction.
   */
  public Credential keep(CheckedPaper paper) {
    return steps.keep().keep(paper);
  }

  /** All of a party's credentials, the newest first, whether or not they still count. */
  public List<Credential> listOf(UUID holder) {
    return wallet.listOf(holder);
  }

  /** A party's credentials of one type that count now, the newest first. */
  public List<Credential> usable(UUID holder, String type) {
    return store.listUsable(holder, type, time.instant()).stream().map(wallet::shown).toList();
  }

  /**
   * Takes a credential back (注销); whoever checks it from now on is told.
   *
   * @param reason what the holder reads
   * @throws RefusedException OUTDATED if that was done before
   * @throws NoSuchElementException if there is no such credential
   */
  @Transactional
  public void revoke(UUID id, Text reason, Actor by) {
    steps.takeBack().revoke(get(id), reason, by);
  }

  /**
   * As {@link #revoke}, where it does not matter if an officer did it before (已注销的不再注销).
   *
   * @return whether it was done now
   * @throws NoSuchElementException if there is no such credential
   */
  @Transactional
  public boolean revokeIfNot(UUID id, Text reason, Actor by) {
    return steps.takeBack().revokeIfNot(id, reason, by);
  }

  /**
   * Takes back, for a newer one, what counts today of a credential that was right until now: itself
   * or what it was issued again as (换发). Nothing if it was revoked and nothing took its place.
   *
   * @param reason what the holder reads
   * @return whether there was one
   * @throws NoSuchElementException if there is no such credential
   */
  @Transactional
  public boolean replace(UUID former, UUID made, Text reason, Actor by) {
    return steps.takeBack().replace(former, made, reason, by);
  }

  /** What is given back in the place of one that was revoked is found by whoever knew that one. */
  @Transactional
  public void succeed(UUID former, UUID made) {
    store.succeeded(former, made);
  }

  /** Whoever holds it, and whether or not it counts. */
  public Optional<Credential> find(UUID id) {
    return store.find(id).map(wallet::shown);
  }

  /** Whether somebody may see and print it for themselves or for its holder; no officer's look. */
  public boolean mayRead(Viewer viewer, UUID id) {
    return wallet.mayRead(viewer, id);
  }

  /** What took a credential's place last, whether or not it counts; itself if nothing did. */
  public Optional<Credential> findLast(UUID id) {
    return store.findLast(id).map(wallet::shown);
  }

  private CredentialStore.Row get(UUID id) {
    return store.find(id).orElseThrow(() -> new NoSuchElementException("No credential " + id));
  }

  /**
   * One use with consent (授权出示): for one recipient and purpose, once, with an end.
   *
   * @throws RefusedException INVALID if the credential does not count any more, has no such claim,
   *     or recipient or purpose are missing
   */
  public Presentation present(PresentRequest request) {
    return steps.present().present(request);
  }

  /**
   * Signs what a party says with the key of its wallet (持有人签名); joins the caller's transaction.
   *
   * @param type what is signed, as the header's {@code typ} says it, e.g. {@code promise+jwt}
   * @return a compact JWS (RFC 7515) whose header holds the public key: any JOSE library checks it
   */
  public String sign(UUID holder, String type, Map<String, Object> said) {
    return steps.sign().sign(holder, type, said);
  }

  /**
   * Uses a presentation up and tells what it discloses, by claim id. Takes the presentations of
   * this district, and those of issuers elsewhere that the pack trusts.
   *
   * @param token what {@link Presentation} carries: its token or its code
   * @param recipient who takes it, as the holder named them
   * @throws RefusedException INVALID if it was used, is over, was withdrawn, is for somebody else,
   *     or does not stand up to checking; the code says which: {@code credential-already-used} …
   */
  public Map<String, String> take(String token, String recipient) {
    Verdict verdict = steps.use().use(token.strip(), recipient);
    if (verdict.finding() != Finding.GENUINE || verdict.shown() == null) {
      Finding found = verdict.finding();
      throw new RefusedException(
          Refusal.invalid("credential-" + found.code(), "token", found.says(), found.next()));
    }
    return verdict.shown().claims();
  }

  /**
   * Looks at what a holder presented in another region's wallet for one matter here (异地证照): by its
   * issuer's published keys and the pack's agreement with that region. That region is asked, so the
   * caller has no transaction.
   *
   * @param token the whole presentation, as the wallet there shows it
   * @throws RefusedException INVALID, nothing being used up: nothing agreed, over, revoked, for
   *     somebody else, another purpose, altered …; the code says which
   */
  public CheckedElsewhere checkElsewhere(String token, NeededElsewhere needed) {
    return steps.elsewhere().check(token, needed);
  }

  /**
   * Takes it, once; joins the caller's transaction.
   *
   * @throws RefusedException INVALID if it was used before
   */
  public TakenElsewhere takeElsewhere(CheckedElsewhere checked) {
    return steps.elsewhere().take(checked);
  }

  /** With which regions it is agreed that their credentials count as this type; none if empty. */
  public List<Text> regionsFor(String type) {
    return steps.elsewhere().regionsFor(type);
  }

  /** Regions whose wallets may be asked for something that counts as this type of ours. */
  public List<AskableRegion> askableRegions(String type) {
    return steps.elsewhere().askableRegions(type);
  }

  /** To whom somebody in another region has to present: this district's public address. */
  public String address() {
    return steps.elsewhere().address();
  }
}
