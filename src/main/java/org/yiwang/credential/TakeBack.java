package org.yiwang.credential;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.identity.Viewer;
import org.yiwang.journal.Actor;
import org.yiwang.journal.Journal;
import org.yiwang.journal.NewEntry;
import org.yiwang.notice.NewNotice;
import org.yiwang.notice.Notices;
import org.yiwang.notice.Recipient;
import org.yiwang.notice.Way;
import org.yiwang.pack.District;
import org.yiwang.pack.Language;
import org.yiwang.pack.Text;
import org.yiwang.page.Refusal;
import org.yiwang.page.RefusedException;
import org.yiwang.party.Contact;
import org.yiwang.party.Contacts;
import org.yiwang.party.Parties;
import org.yiwang.party.SaidByCredential;
import org.yiwang.party.TakenBack;

/**
 * Takes a credential back (注销), or issues it again with corrected words (更正换发). The status list is
 * signed anew with that, and the holder is told why.
 */
@Component
class TakeBack {
  private static final Text TAKEN_BACK =
      Text.of("这张证照以前已经注销。", "This credential was revoked before.");
  private static final Text NOTHING_TO_DO = Text.of("无须再办。", "There is nothing to do.");

  private final CredentialStore store;
  private final IssueCredential issue;
  private final Wallet wallet;
  private final Journal journal;
  private final Tell tell;
  private final List<HearsReissue> hearing;
  private final DistrictTime time;

  TakeBack(
      CredentialStore store,
      IssueCredential issue,
      Wallet wallet,
      Journal journal,
      Tell tell,
      List<HearsReissue> hearing,
      DistrictTime time) {
    this.hearing = hearing;
    this.store = store;
    this.issue = issue;
    this.wallet = wallet;
    this.journal = journal;
    this.tell = tell;
    this.time = time;
  }

  /**
   * Takes it back.
   *
   * @param reason what the holder reads
   * @throws RefusedException OUTDATED if that was done before
   */
  @Transactional
  void revoke(CredentialStore.Row row, Text reason, Actor by) {
    revoked(row, new Why(reason, Map.of(), TakenBack.wrong(row.id())), by);
    told(row, reason);
  }

  /**
   * Takes it back unless that was done before; whether it was done now. Whoever took it back before
   * is waited for.
   */
  @Transactional
  boolean revokeIfNot(UUID id, Text reason, Actor by) {
    tell.holdFiles();
    CredentialStore.Row row = store.find(id).orElseThrow();
    if (row.revoked() != null) {
      return false;
    }
    revoke(row, reason, by);
    return true;
  }

  /**
   * The same for one that a newer one takes the place of: it was right in its time. If it was
   * issued again meanwhile, the one that counts of it today is taken back, and none if none does.
   *
   * @return whether there was one
   */
  @Transactional
  boolean replace(UUID former, UUID made, Text reason, Actor by) {
    tell.holdFiles();
    CredentialStore.Row last = store.findLast(former).orElseThrow();
    store.succeeded(last.id(), made);
    if (!wallet.shown(last).countsAt(time.instant())) {
      return false;
    }
    revoked(last, new Why(reason, Map.of(), TakenBack.replaced(last.id())), by);
    told(last, reason);
    return true;
  }

  private void told(CredentialStore.Row row, Text reason) {
    tell.holder(
        row,
        Text.of("您的证照已注销", "Your credential was revoked"),
        Text.of(
            "%s（%s）已注销。原因：%s".formatted(row.name().zh(), row.number(), reason.zh()),
            "%s (%s) was revoked. Why: %s".formatted(row.name().en(), row.number(), reason.en())));
  }

  /** Why it is taken back: for its holder, for the journal, for files. */
  private record Why(Text reason, Map<String, Object> further, TakenBack taken) {}

  private void revoked(CredentialStore.Row row, Why why, Actor by) {
    tell.holdFiles();
    Text reason = why.reason();
    if (!store.revoke(row.id(), reason, time.instant())) {
      throw new RefusedException(
          Refusal.of(Refusal.Kind.OUTDATED, "credential-revoked", TAKEN_BACK, NOTHING_TO_DO));
    }
    Map<String, Object> facts = new java.util.LinkedHashMap<>();
    facts.put("number", row.number());
    facts.put("reason-zh", reason.zh());
    facts.put("reason-en", reason.en());
    facts.putAll(why.further());
    journal.append(new NewEntry(by, "credential.revoked", Wallet.subject(row.id()), facts));
    tell.file(why.taken(), by);
  }

  /**
   * Issues it again with these claims, to the same holder and until the same day, and takes the
   * former one back.
   *
   * @throws RefusedException INVALID if claims do not fit, OUTDATED if it was taken back before
   */
  @Transactional
  Credential reissue(CredentialStore.Row row, Map<String, String> claims, Text reason, Actor by) {
    NewCredential wanted =
        new NewCredential(row.type(), row.holder(), claims, row.expires(), row.caseNumber(), by);
    CredentialType type = wallet.type(row.type(), row.name(), row.issuer());
    issue.makeReady(type);
    tell.holdFiles();
    Credential made = issue.issue(wanted, type);
    tell.file(made, row.caseNumber(), by);
    TakenBack taken = TakenBack.corrected(row.id(), made.id());
    revoked(row, new Why(reason, Map.of("replaced-by", made.number()), taken), by);
    store.succeeded(row.id(), made.id());
    hearing.forEach(one -> one.reissued(row.id(), made.id()));
    tell.holder(
        row,
        Text.of("您的证照已更正换发", "Your credential was corrected"),
        Text.of(
            "%s已更正，新编号 %s，在“我的证照”里；旧的 %s 不再有效。原因：%s"
                .formatted(row.name().zh(), made.number(), row.number(), reason.zh()),
            "%s was corrected; number %s is in your wallet, %s counts no more. Why: %s"
                .formatted(row.name().en(), made.number(), row.number(), reason.en())));
    return made;
  }

  static Actor officer(Viewer viewer) {
    return new Actor(Actor.Kind.PERSON, viewer.account(), viewer.name());
  }

  /** Tells files and a holder: in the inbox of an account, or by message to whoever has none. */
  @Component
  static final class Tell {
    private final Notices notices;
    private final Parties parties;
    private final Contacts contacts;
    private final Language first;

    Tell(Notices notices, Parties parties, Contacts contacts, District district) {
      this.first = district.definition().languages().getFirst();
      this.notices = notices;
      this.parties = parties;
      this.contacts = contacts;
    }

    /** What it says goes into its holder's file, as far as the pack declares; once. */
    void file(Credential made, String caseNumber, Actor by) {
      parties.learnFrom(
          new SaidByCredential(
              made.holder(), made.type(), made.id(), made.claims(), made.expires(), caseNumber),
          by);
    }

    /** Before its row is changed: whoever changes relations waits here and nowhere later. */
    void holdFiles() {
      parties.holdRelations();
    }

    /** It counts no more: what stands in files by it alone ends. */
    void file(TakenBack taken, Actor by) {
      parties.forgetFrom(taken, by);
    }

    void holder(CredentialStore.Row row, Text title, Text words) {
      Optional<String> account = parties.findAccount(row.holder());
      String subject = Wallet.subject(row.id());
      if (account.isPresent()) {
        Recipient to = Recipient.account(account.get(), notices.languageOf(account.get()));
        notices.tell(new NewNotice(to, Way.WEB, title, words, subject));
        return;
      }
      Contact masked = contacts.masked(row.holder());
      if (masked.phone() != null) {
        send(row.holder(), masked.phone(), Way.SMS, title, words, subject);
      } else if (masked.mail() != null) {
        send(row.holder(), masked.mail(), Way.MAIL, title, words, subject);
      }
    }

    private void send(UUID party, String shown, Way way, Text title, Text words, String subject) {
      Recipient to = Recipient.party(party, shown, first);
      notices.tell(new NewNotice(to, way, title, words, subject));
    }
  }
}
