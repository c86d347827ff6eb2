package org.yiwang.submission;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.casework.Case;
import org.yiwang.casework.Cases;
import org.yiwang.casework.Move;
import org.yiwang.casework.Mover;
import org.yiwang.identity.Viewer;
import org.yiwang.journal.Journal;
import org.yiwang.journal.NewEntry;
import org.yiwang.matter.Answers;
import org.yiwang.matter.Form.Field;
import org.yiwang.matter.Form.Kind;
import org.yiwang.matter.Matter.Evidence;
import org.yiwang.pack.Text;
import org.yiwang.page.Page;
import org.yiwang.page.Refusal;
import org.yiwang.page.RefusedException;
import org.yiwang.submission.CorrectionStore.Correction;
import org.yiwang.submission.SubmissionStore.Part;

/**
 * The applicant puts an answer right before the decision (更正): where the lifecycle offers it, with
 * a reason; the officer sees old and new.
 */
@Component
class CorrectAnswers {
  /** The applicant's action that stands for it in a lifecycle. */
  static final String ACTION = "correct";

  private static final int LONGEST = 300;
  private static final Text SAYS = Text.of("更正了填写内容", "Answers were put right");

  private final Hands hands;
  private final Cases cases;
  private final SubmissionStore store;
  private final CorrectionStore corrections;
  private final WantedMaker wanted;
  private final PinnedPlaces pinned;
  private final AttachFiles attached;
  private final Journal journal;
  private final DistrictTime time;

  CorrectAnswers(
      Hands hands,
      Cases cases,
      SubmissionStore store,
      CorrectionStore corrections,
      WantedMaker wanted,
      PinnedPlaces pinned,
      AttachFiles attached,
      Journal journal,
      DistrictTime time) {
    this.hands = hands;
    this.cases = cases;
    this.store = store;
    this.corrections = corrections;
    this.wanted = wanted;
    this.pinned = pinned;
    this.attached = attached;
    this.journal = journal;
    this.time = time;
  }

  /** What may be put right of which case. */
  record Open(Opened opened, Case of, Wanted own, List<Field> fields) {
    Submission sent() {
      return opened.sent();
    }

    /** Nothing but these of them. */
    Open only(List<Field> some) {
      return new Open(opened, of, own, some);
    }
  }

  /**
   * @throws RefusedException MISSING if it is not theirs, or nothing can be put right any more
   */
  Open open(UUID id, String number, Hand hand) {
    Opened opened = hands.open(hand, id, number);
    Case of = cases.find(number).orElseThrow();
    if (!offered(of)) {
      throw SubmissionRefusals.notCorrectable();
    }
    Wanted own = wanted.get(Target.matter(of.about().category()));
    return new Open(opened, of, own, fields(opened.sent(), of, own));
  }

  /** What the applicant could put right now; nothing where the lifecycle does not offer it. */
  List<Field> correctable(Submission sent, Case of) {
    return offered(of)
        ? fields(sent, of, wanted.get(Target.matter(of.about().category())))
        : List.of();
  }

  private boolean offered(Case of) {
    return cases.offers(of, Mover.reporter(Viewer.anonymous())).stream()
        .anyMatch(offer -> offer.id().equals(ACTION));
  }

  private List<Field> fields(Submission sent, Case of, Wanted own) {
    Set<String> decided = decided(sent, of);
    return own.questions().open(sent.filled().answers()).stream()
        .flatMap(part -> part.fields().stream())
        .filter(field -> field.kind() != Kind.STREET)
        .filter(field -> !decided.contains(field.id()))
        .toList();
  }

  /** Questions whose answers another case of the application has been decided on already. */
  private Set<String> decided(Submission sent, Case of) {
    Set<String> decided = new HashSet<>();
    for (Part part : store.listParts(sent.id())) {
      boolean closed =
          part.number() != null
              && !part.number().equals(of.number())
              && cases.find(part.number()).filter(c -> c.clocks().closed() != null).isPresent();
      if (closed) {
        wanted
            .get(Target.matter(part.matter()))
            .questions()
            .fields()
            .map(Field::id)
            .forEach(decided::add);
      }
    }
    return decided;
  }

  /** What was sent: the answers, why, and the version of the case that was on the screen. */
  record Wish(Answers answers, String reason, int version) {}

  /**
   * @throws RefusedException INVALID with every fault, OUTDATED if the case moved meanwhile
   */
  @Transactional
  void correct(Open open, Wish wish, Page page, Hand hand) {
    Acting.For who = hands.note(hand, open.sent(), Done.move(open.of().number(), ACTION, SAYS));
    List<Correction> made = made(open, wish, page);
    List<Refusal> faults = faults(open, wish, made);
    if (!faults.isEmpty()) {
      throw new RefusedException(faults);
    }
    String number = open.of().number();
    store.requireUnchanged(open.sent());
    Submission changed = open.sent().with(open.sent().filled().with(wish.answers()));
    store.save(changed);
    attached.bind(changed, open.fields());
    made.forEach(one -> corrections.insert(open.sent().id(), number, one));
    cases.act(
        new Move(number, wish.version(), ACTION, Move.Given.note(wish.reason()).fromItsEntrance()),
        who.mover(hand.viewer()));
    String questions = made.stream().map(Correction::question).collect(Collectors.joining(" "));
    journal.append(
        new NewEntry(
            hand.actor(who),
            "submission.corrected",
            open.sent().subject(),
            Map.of("case", number, "questions", questions)));
  }

  private List<Correction> made(Open open, Wish wish, Page page) {
    Answers before = open.sent().filled().answers();
    return ChangedAnswer.list(page, open.fields(), before, wish.answers()).stream()
        .map(changed -> Correction.of(changed, false, wish.reason(), time.instant()))
        .toList();
  }

  private List<Refusal> faults(Open open, Wish wish, List<Correction> made) {
    Answers answers = wish.answers();
    List<Refusal> faults = new ArrayList<>(open.own().questions().faults(answers));
    faults.addAll(pinned.faults(open.own().questions().open(answers), answers));
    if (made.isEmpty()) {
      faults.add(SubmissionRefusals.nothingCorrected());
    }
    if (wish.reason().isBlank() || wish.reason().length() > LONGEST) {
      faults.add(SubmissionRefusals.correctionReason(LONGEST));
    }
    for (Evidence evidence : open.own().evidence(answers)) {
      if (!evidence.optional() && !open.sent().filled().supplies().containsKey(evidence.id())) {
        faults.add(SubmissionRefusals.needsOtherPaper(evidence.name()));
      }
    }
    return faults;
  }
}
