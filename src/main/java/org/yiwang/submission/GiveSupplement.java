package org.yiwang.submission;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.casework.Case;
import org.yiwang.casework.Cases;
import org.yiwang.casework.Move;
import org.yiwang.matter.Answers;
import org.yiwang.matter.Form.Field;
import org.yiwang.matter.Form.Kind;
import org.yiwang.matter.Matter.Evidence;
import org.yiwang.matter.Questions;
import org.yiwang.pack.Text;
import org.yiwang.page.Refusal;
import org.yiwang.page.RefusedException;
import org.yiwang.submission.CorrectionStore.Correction;
import org.yiwang.submission.Filled.Supply;
import org.yiwang.submission.Filled.Way;
import org.yiwang.submission.SupplementStore.Wanting;

/** Takes what the applicant supplies: exactly the items asked for, and nothing beside them (补正). */
@Component
class GiveSupplement {
  /** The action that sends what was asked for. */
  static final String ACTION = "supplied";

  private static final Text SAYS = Text.of("补正了所要的内容", "What was asked for was supplied");

  private final Hands hands;
  private final Cases cases;
  private final SubmissionStore store;
  private final SupplementStore supplements;
  private final WantedMaker wanted;
  private final Undertakings undertakings;
  private final PinnedPlaces pinned;
  private final AttachFiles attached;
  private final CorrectionStore corrections;
  private final DistrictTime time;

  GiveSupplement(
      Hands hands,
      Cases cases,
      SubmissionStore store,
      SupplementStore supplements,
      WantedMaker wanted,
      Undertakings undertakings,
      PinnedPlaces pinned,
      AttachFiles attached,
      CorrectionStore corrections,
      DistrictTime time) {
    this.attached = attached;
    this.corrections = corrections;
    this.time = time;
    this.pinned = pinned;
    this.hands = hands;
    this.cases = cases;
    this.store = store;
    this.supplements = supplements;
    this.wanted = wanted;
    this.undertakings = undertakings;
  }

  /**
   * What is asked of the applicant.
   *
   * @param reasons by key, as the officer wrote them
   */
  record Asked(
      Opened opened,
      Case of,
      List<Field> fields,
      List<Evidence> evidence,
      Map<String, String> reasons) {
    Submission sent() {
      return opened.sent();
    }
  }

  /** One thing that is missing or wrong, and why, as the officer wrote it (要补的一项). */
  record Needed(Text name, String reason) {}

  /** What is asked of the applicant of a case now; none if nothing is. */
  List<Needed> listNeeded(Submission sent, Case of) {
    Wanted own = wanted.get(Target.matter(of.about().category()));
    Map<String, Text> names = new HashMap<>();
    own.questions().fields().forEach(field -> names.put("field:" + field.id(), field.label()));
    own.evidence(sent.filled().answers())
        .forEach(evidence -> names.put("evidence:" + evidence.id(), evidence.name()));
    return supplements.listOpen(of.number()).stream()
        .flatMap(
            one ->
                Optional.ofNullable(names.get(one.askedFor())).stream()
                    .map(name -> new Needed(name, one.reason())))
        .toList();
  }

  /**
   * @throws RefusedException MISSING if it is not theirs, or nothing is asked
   */
  Asked asked(UUID id, String number, Hand hand) {
    Opened opened = hands.open(hand, id, number);
    Map<String, String> reasons = new java.util.LinkedHashMap<>();
    for (Wanting one : supplements.listOpen(number)) {
      reasons.put(one.askedFor(), one.reason());
    }
    if (reasons.isEmpty()) {
      throw SubmissionRefusals.nothingAsked();
    }
    Case of = cases.find(number).orElseThrow();
    Wanted own = wanted.get(Target.matter(of.about().category()));
    List<Field> fields =
        own.questions().fields().filter(f -> reasons.containsKey("field:" + f.id())).toList();
    List<Evidence> evidence =
        own.evidence(opened.sent().filled().answers()).stream()
            .filter(one -> reasons.containsKey("evidence:" + one.id()))
            .toList();
    return new Asked(opened, of, fields, evidence, reasons);
  }

  /**
   * What is supplied.
   *
   * @param answers with the asked questions answered anew
   * @param papers newly uploaded, by evidence
   * @param changed what of the answers is another now
   */
  record Given(Answers answers, Map<String, UUID> papers, List<ChangedAnswer> changed) {}

  /**
   * @throws RefusedException INVALID with every fault, OUTDATED if the case moved meanwhile
   */
  @Transactional
  void give(Asked asked, Given given, Hand hand) {
    Acting.For who = hands.note(hand, asked.sent(), Done.move(asked.of().number(), ACTION, SAYS));
    List<Refusal> faults = faults(asked, given);
    if (!faults.isEmpty()) {
      throw new RefusedException(faults);
    }
    store.requireUnchanged(asked.sent());
    Filled filled = asked.sent().filled().with(given.answers());
    for (Map.Entry<String, UUID> paper : given.papers().entrySet()) {
      undertakings.handedIn(asked.sent().id(), paper.getKey(), paper.getValue());
      filled = filled.supply(paper.getKey(), new Supply(Way.UPLOAD, paper.getValue()));
    }
    Submission changed = asked.sent().with(filled);
    store.save(changed);
    attached.bind(changed, asked.fields());
    keepWhatWas(asked, given);
    supplements.answered(asked.of().number());
    cases.act(
        new Move(
            asked.of().number(),
            asked.of().version(),
            ACTION,
            Move.Given.NOTHING.fromItsEntrance()),
        who.mover(hand.viewer()));
  }

  /**
   * The officer compares: it is kept beside what it was, with the reason for which it was asked.
   */
  private void keepWhatWas(Asked asked, Given given) {
    for (ChangedAnswer changed : given.changed()) {
      String reason = asked.reasons().getOrDefault("field:" + changed.question(), "");
      corrections.insert(
          asked.sent().id(),
          asked.of().number(),
          Correction.of(changed, true, reason, time.instant()));
    }
  }

  private List<Refusal> faults(Asked asked, Given given) {
    Answers answers = given.answers();
    Set<String> own = new HashSet<>();
    asked.fields().forEach(field -> own.add(field.id()));
    Questions questions = wanted.get(Target.matter(asked.of().about().category())).questions();
    List<Refusal> faults = new ArrayList<>(questions.faults(answers));
    faults.addAll(pinned.faults(questions.open(answers), answers));
    faults.removeIf(fault -> fault.field() != null && !own.contains(fault.field()));
    for (Evidence evidence : asked.evidence()) {
      if (!given.papers().containsKey(evidence.id())) {
        faults.add(SubmissionRefusals.evidenceMissing("file-" + evidence.id(), evidence.name()));
      }
    }
    List<Field> open =
        questions.open(answers).stream().flatMap(part -> part.fields().stream()).toList();
    faults.addAll(untouched(asked, open, answers, faults));
    return faults;
  }

  /** A photo that nobody can read is not supplied by sending it again. */
  private static List<Refusal> untouched(
      Asked asked, List<Field> open, Answers answers, List<Refusal> faults) {
    Answers before = asked.sent().filled().answers();
    return asked.fields().stream()
        .filter(field -> field.kind() == Kind.FILE && open.contains(field))
        .filter(field -> ChangedAnswer.sameFiles(field, before, answers))
        .filter(field -> faults.stream().noneMatch(fault -> field.id().equals(fault.field())))
        .map(FileRefusals::sameFiles)
        .toList();
  }
}
