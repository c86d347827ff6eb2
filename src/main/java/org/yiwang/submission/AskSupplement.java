package org.yiwang.submission;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.casework.Case;
import org.yiwang.casework.Cases;
import org.yiwang.casework.Move;
import org.yiwang.casework.Mover;
import org.yiwang.identity.Viewer;
import org.yiwang.matter.Matter.Evidence;
import org.yiwang.pack.Text;
import org.yiwang.page.Refusal;
import org.yiwang.page.RefusedException;
import org.yiwang.submission.SupplementStore.Wanting;

/** Asks the applicant for all that is missing or wrong, at once and with a reason each (一次告知). */
@Component
class AskSupplement {
  /** The action that asks. */
  static final String ACTION = "supplement";

  private static final int LONGEST = 300;

  private final Cases cases;
  private final SubmissionStore store;
  private final SupplementStore supplements;
  private final WantedMaker wanted;

  AskSupplement(
      Cases cases, SubmissionStore store, SupplementStore supplements, WantedMaker wanted) {
    this.cases = cases;
    this.store = store;
    this.supplements = supplements;
    this.wanted = wanted;
  }

  /** What may be asked for, by its key; and the case it is about. */
  record Possible(Case of, Map<String, Text> names) {}

  /**
   * @throws RefusedException FORBIDDEN where this viewer cannot ask for anything now
   */
  Possible possible(String number, Viewer viewer) {
    Case of = cases.get(number, viewer);
    Submission sent = store.findByCase(number).orElseThrow(SubmissionRefusals::submissionMissing);
    boolean may =
        cases.offers(of, Mover.of(viewer)).stream().anyMatch(offer -> offer.id().equals(ACTION));
    if (!may) {
      throw Viewer.forbidden();
    }
    Wanted own = wanted.get(Target.matter(of.about().category()));
    Map<String, Text> names = new LinkedHashMap<>();
    own.questions()
        .open(sent.filled().answers())
        .forEach(
            part ->
                part.fields().forEach(field -> names.put("field:" + field.id(), field.label())));
    for (Evidence evidence : own.evidence(sent.filled().answers())) {
      names.put("evidence:" + evidence.id(), evidence.name());
    }
    return new Possible(of, names);
  }

  /**
   * @param version of the case that was on the screen
   * @param reasonOf the reason typed beside each possible item; blank where it is right
   * @throws RefusedException INVALID if nothing is asked for or a reason is over 300 characters;
   *     else as {@link Cases#act}
   */
  @Transactional
  void ask(Possible possible, int version, Function<String, String> reasonOf, Viewer viewer) {
    List<Wanting> items = wantings(possible, reasonOf);
    String number = possible.of().number();
    supplements.insert(number, items);
    cases.act(
        new Move(number, version, ACTION, Move.Given.note(lines(possible, items))),
        Mover.of(viewer));
  }

  private static List<Wanting> wantings(Possible possible, Function<String, String> reasonOf) {
    List<Wanting> items = new ArrayList<>();
    List<Refusal> tooLong = new ArrayList<>();
    for (String key : possible.names().keySet()) {
      String reason = reasonOf.apply(key).strip();
      if (reason.length() > LONGEST) {
        tooLong.add(tooLong(key, reason.length() - LONGEST));
      } else if (!reason.isEmpty()) {
        items.add(new Wanting(key, reason));
      }
    }
    if (!tooLong.isEmpty()) {
      throw new RefusedException(tooLong);
    }
    if (items.isEmpty()) {
      throw new RefusedException(nothing());
    }
    return items;
  }

  /** As the case's history tells it: what each reason is about, in both languages. */
  private static Text lines(Possible possible, List<Wanting> items) {
    return Text.of(lines(possible, items, Text::zh, "："), lines(possible, items, Text::en, ": "));
  }

  private static String lines(
      Possible possible, List<Wanting> items, Function<Text, String> language, String colon) {
    return IntStream.range(0, items.size())
        .mapToObj(
            n ->
                "%d. %s%s%s"
                    .formatted(
                        n + 1,
                        name(possible, items.get(n), language),
                        colon,
                        items.get(n).reason()))
        .collect(Collectors.joining("\n"));
  }

  private static String name(Possible possible, Wanting item, Function<Text, String> language) {
    return language.apply(Objects.requireNonNull(possible.names().get(item.askedFor())));
  }

  private static Refusal tooLong(String key, int over) {
    return Refusal.invalid(
        "reason-too-long",
        "reason-" + key,
        Text.of("这条原因最多写 %d 个字，多了 %d 个。", "This reason may have %d characters; it is %d over.")
            .with(LONGEST, over),
        Text.of("请写短一些。", "Make it shorter."));
  }

  static Refusal nothing() {
    return Refusal.of(
        Refusal.Kind.INVALID,
        "nothing-asked",
        Text.of("没有写要补正什么。", "Nothing is asked for."),
        Text.of(
            "请在“一次告知补正”页上，逐项写明原因。",
            "On the page for asking, write the reason beside whatever is missing or wrong."));
  }
}
