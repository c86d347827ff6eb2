package org.yiwang.submission;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.casework.Case;
import org.yiwang.casework.Cases;
import org.yiwang.casework.Move;
import org.yiwang.casework.Mover;
import org.yiwang.journal.Actor;
import org.yiwang.journal.Journal;
import org.yiwang.journal.NewEntry;
import org.yiwang.matter.Matter.Evidence;
import org.yiwang.matter.Matter.Missing.Then;
import org.yiwang.matter.Matters;
import org.yiwang.pack.Text;
import org.yiwang.submission.SubmissionStore.Part;

/**
 * A paper has not come in time (逾期未补): does what the matter declares for that, and tells it. As
 * long as a matter that asks for it stands refused and may be objected to, or waits for another, it
 * stays open and is looked at again some hours later.
 */
@Component
class MissPaper {
  /** Actions of {@code system} in the matter's lifecycle. */
  static final String LAPSE = "lapse";

  static final String REFUSE = "refuse-missing";

  private static final Duration AGAIN = Duration.ofHours(6);

  private final OwedStore store;
  private final SubmissionStore submissions;
  private final Matters matters;
  private final Cases cases;
  private final PartCases.Maker parts;
  private final TakeBack takeBack;
  private final TellApplicant applicant;
  private final Journal journal;
  private final DistrictTime time;

  MissPaper(
      OwedStore store,
      SubmissionStore submissions,
      Matters matters,
      Cases cases,
      PartCases.Maker parts,
      TakeBack takeBack,
      TellApplicant applicant,
      Journal journal,
      DistrictTime time) {
    this.store = store;
    this.submissions = submissions;
    this.matters = matters;
    this.cases = cases;
    this.parts = parts;
    this.takeBack = takeBack;
    this.applicant = applicant;
    this.journal = journal;
    this.time = time;
  }

  /** False if another instance does it. */
  @Transactional
  boolean miss(UUID id) {
    Optional<Owed> due = store.lockToLookAt(id, time.instant());
    due.ifPresent(this::miss);
    return due.isPresent();
  }

  private void miss(Owed owed) {
    Submission sent = submissions.find(owed.submission()).orElseThrow();
    boolean open = moved(owed);
    boolean revoked = takeBack.revoke(sent.id(), owed.evidence(), owed.cause(), why(owed));
    boolean missed = open || revoked;
    if (parts.mayAskYet(parts.of(sent), owed)) {
      store.postpone(owed.id(), time.instant().plus(AGAIN));
    } else {
      store.settled(owed.id(), missed ? Owed.State.MISSED : Owed.State.ENDED, time.instant());
    }
    if (missed) {
      journal.append(
          new NewEntry(
              Actor.SYSTEM,
              "submission.paper-missed",
              sent.subject(),
              Map.of("evidence", owed.evidence(), "revoked", revoked)));
      tell(sent, owed, revoked);
    }
  }

  static Text why(Owed owed) {
    return Text.of(
        "“" + owed.name().zh() + "”没有按时补交。",
        "“" + owed.name().en() + "” was not handed in in time.");
  }

  /** Ends the cases that are still open; whether there were any. */
  private boolean moved(Owed owed) {
    boolean any = false;
    for (Part part : submissions.listParts(owed.submission())) {
      Optional<Case> of = Optional.ofNullable(part.number()).flatMap(cases::find);
      if (part.granted() == null
          && of.isPresent()
          && of.get().clocks().closed() == null
          && evidence(part, owed).isPresent()) {
        end(of.get(), evidence(part, owed).get().missingRule().then());
        any = true;
      }
    }
    return any;
  }

  private Optional<Evidence> evidence(Part part, Owed owed) {
    return matters.getMatter(part.matter()).evidence().stream()
        .filter(one -> one.id().equals(owed.evidence()))
        .findFirst();
  }

  private void end(Case of, Then then) {
    String action = then == Then.REFUSE ? REFUSE : LAPSE;
    cases.act(new Move(of.number(), of.version(), action, Move.Given.NOTHING), Mover.program());
  }

  private void tell(Submission sent, Owed owed, boolean revoked) {
    Text why = why(owed);
    Text then =
        revoked
            ? Text.of(
                "已发的证照因此注销。补齐后可以重新申请；不服的话，可以申请行政复议。",
                "So the credential was revoked. You may apply again with the paper; if you disagree,"
                    + " you may ask for administrative review.")
            : Text.of(
                "这次申请因此结束，补齐后可以重新申请。",
                "So this application has ended; you may apply again with the paper.");
    applicant.tell(
        sent,
        Text.of("材料没有按时补交", "A paper did not come in time"),
        Text.of(why.zh() + then.zh(), why.en() + " " + then.en()),
        sent.subject());
  }
}
