package org.yiwang.submission;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.calendar.WorkingCalendar;
import org.yiwang.credential.Credentials;
import org.yiwang.journal.Actor;
import org.yiwang.journal.Journal;
import org.yiwang.journal.NewEntry;
import org.yiwang.matter.Matter.Evidence;
import org.yiwang.matter.Matter.Promise;
import org.yiwang.submission.Filled.Supply;
import org.yiwang.submission.Filled.Way;
import org.yiwang.submission.SignedPromise.State;
import org.yiwang.submission.SignedPromise.Words;

/**
 * Turns each promise of an application that is sent into a signed one (签署承诺): every word that was
 * on the screen is signed with the key of the promiser's wallet; the entry in the journal holds
 * words and signature, who signed and when, and its receipt proves it to anybody.
 */
@Component
class SignPromises {
  /** What the signature's header calls it. */
  private static final String TYPE = "promise+jwt";

  private final PromiseStore store;
  private final Credentials credentials;
  private final WorkingCalendar calendar;
  private final DistrictTime time;
  private final Journal journal;

  SignPromises(
      PromiseStore store,
      Credentials credentials,
      WorkingCalendar calendar,
      DistrictTime time,
      Journal journal) {
    this.store = store;
    this.credentials = credentials;
    this.calendar = calendar;
    this.time = time;
    this.journal = journal;
  }

  void sign(Submission sent, Wanted wanted, Actor by) {
    for (Evidence evidence : wanted.evidence(sent.filled().answers())) {
      Supply supply = sent.filled().supplies().get(evidence.id());
      if (supply != null && supply.way() == Way.PROMISE && evidence.promise() != null) {
        sign(sent, wanted.firstWith(evidence, sent.filled().answers()), evidence, by);
      }
    }
  }

  private void sign(Submission sent, String matter, Evidence evidence, Actor by) {
    Promise promise = Objects.requireNonNull(evidence.promise());
    Instant now = time.instant();
    Instant due = calendar.due(now, promise.check()).due();
    var signed =
        new SignedPromise(
            UUID.randomUUID(),
            sent.id(),
            sent.account(),
            sent.party(),
            matter,
            evidence.id(),
            new Words(evidence.name(), promise.text(), promise.broken()),
            now,
            due,
            State.STANDS,
            null,
            null,
            null,
            null,
            null);
    store.insert(signed, reminder(now, due, promise.reminds()));
    Map<String, Object> facts = facts(signed);
    String signature = credentials.sign(signed.party(), TYPE, facts);
    store.keepSignature(signed.id(), signature);
    facts.put("signature", signature);
    journal.append(new NewEntry(by, "promise.signed", signed.subject(), facts));
  }

  /** Some days before a date; null where that would be at once. */
  static @Nullable Instant reminder(Instant now, Instant due, int days) {
    Instant before = due.minus(Duration.ofDays(days));
    return before.isAfter(now) ? before : null;
  }

  private static Map<String, Object> facts(SignedPromise signed) {
    Words words = signed.words();
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("promise", signed.id().toString());
    facts.put("submission", signed.submission().toString());
    facts.put("matter", signed.matter());
    facts.put("evidence", signed.evidence());
    facts.put("text-zh", words.text().zh());
    facts.put("text-en", words.text().en());
    facts.put("broken-zh", words.broken().zh());
    facts.put("broken-en", words.broken().en());
    facts.put("check-due", signed.due().toString());
    return facts;
  }
}
