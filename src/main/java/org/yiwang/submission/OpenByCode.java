package org.yiwang.submission;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.identity.Guesses;
import org.yiwang.journal.Actor;
import org.yiwang.journal.Journal;
import org.yiwang.journal.NewEntry;
import org.yiwang.pack.Text;
import org.yiwang.page.Refusal;
import org.yiwang.page.RefusedException;

/**
 * Opens one application to whoever has its number and code (凭办件码打开), and says afterwards whether it
 * is open still. A number that is none is answered as a wrong code is.
 */
@Component
class OpenByCode {
  static final Duration LASTS = Duration.ofMinutes(30);

  /** Whoever acts by a code. */
  static final Actor HOLDER = new Actor(Actor.Kind.RESIDENT, null, Actor.REPORTER);

  /** Of no application: a number that is none takes as long. */
  private static final UUID NOBODY = new UUID(0, 0);

  private final CodeStore codes;
  private final SubmissionStore store;
  private final Guesses guesses;
  private final Journal journal;
  private final DistrictTime time;

  OpenByCode(
      CodeStore codes, SubmissionStore store, Guesses guesses, Journal journal, DistrictTime time) {
    this.codes = codes;
    this.store = store;
    this.guesses = guesses;
    this.journal = journal;
    this.time = time;
  }

  /**
   * What a session keeps: which application, by which code, until when.
   *
   * @param code its id, not the code
   */
  record Held(UUID submission, UUID code, Instant until) implements Serializable {}

  /**
   * The right code opens also while guesses wait: nobody guesses 80 bits, and numbers follow one
   * another, so anybody could keep its holder out by guessing wrong.
   *
   * @throws RefusedException MISSING if number or code is wrong; TOO_MANY for wrong ones while
   *     guesses wait
   */
  @Transactional(noRollbackFor = RefusedException.class) // guesses stay counted
  public Held open(String number, String typed) {
    String plain = number.strip().toUpperCase(Locale.ROOT);
    if (plain.isEmpty()) {
      throw wrong(); // no number that could be guessed at, or locked for somebody
    }
    String guessed = "case-code:" + plain;
    UUID of = store.findByCase(plain).map(Submission::id).orElse(NOBODY);
    @Nullable UUID code = codes.find(of, CaseCode.typed(typed)).orElse(null);
    if (code == null) {
      guesses.count(guessed, Text.of("也可以到窗口办理。", "Or come to the counter."));
      throw wrong();
    }
    guesses.right(guessed);
    write("submission.opened-by-code", of, Map.of());
    return new Held(of, code, time.instant().plus(LASTS));
  }

  /** The application, if it is open still: neither too long ago nor by a code that has ended. */
  @Transactional
  public Optional<Submission> find(Held held, UUID id) {
    return held.submission().equals(id)
            && time.instant().isBefore(held.until())
            && codes.holds(id, held.code())
        ? store.find(id)
        : Optional.empty();
  }

  /**
   * Writes down what is about to be done, in the transaction in which it is done.
   *
   * @throws RefusedException MISSING for what is not open, or is no case of that application
   */
  void note(Held held, UUID id, Done done) {
    String number = done.moves();
    if (find(held, id).isEmpty() || (number != null && !isOf(id, number))) {
      throw SubmissionRefusals.notByCode();
    }
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("done", done.code());
    if (number != null) {
      facts.put("case", number);
    }
    write("submission.done-by-code", id, facts);
  }

  private boolean isOf(UUID id, String number) {
    return store.listParts(id).stream().anyMatch(part -> number.equals(part.number()));
  }

  private void write(String kind, UUID submission, Map<String, Object> facts) {
    journal.append(new NewEntry(HOLDER, kind, "submission:" + submission, facts));
  }

  private static RefusedException wrong() {
    return new RefusedException(
        Refusal.of(
            Refusal.Kind.MISSING,
            "code-wrong",
            Text.of("编号和办件码对不上。", "The number and the code do not fit."),
            Text.of(
                "请照窗口给的单子再输一遍；单子丢了，可到窗口重发。",
                "Type them again as on your slip; if it is lost, a new code is made at the counter.")));
  }
}
