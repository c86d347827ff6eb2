package org.yiwang.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.yiwang.matter.Answers;
import org.yiwang.matter.Form.Field;
import org.yiwang.matter.Form.Kind;
import org.yiwang.matter.Form.Option;
import org.yiwang.matter.Form.Part;
import org.yiwang.matter.Questions;
import org.yiwang.page.Refusal;

/**
 * Finds answers to a form that nothing is wrong with: usual ones first, others where they clash.
 */
final class FittingAnswers {
  /** GB 11643 with an invented place and day. */
  static final String PERSON = "310110198001010014";

  private static final String FIRM = "91310110MA1BENCHX1";
  private static final int TRIES = 40;

  private final Questions questions;
  private final Map<String, Integer> tried = new HashMap<>();

  private FittingAnswers(Questions questions) {
    this.questions = questions;
  }

  /** Empty if none was found; then the form needs more knowledge than its questions say. */
  static Optional<Answers> to(Questions questions) {
    return new FittingAnswers(questions).find();
  }

  private Optional<Answers> find() {
    Answers answers = Answers.NONE;
    for (int i = 0; i < TRIES; i++) {
      answers = filled(answers);
      List<Refusal> faults = questions.faults(answers);
      if (faults.isEmpty()) {
        return Optional.of(answers);
      }
      for (Refusal fault : faults) {
        answers = another(answers, String.valueOf(fault.field()));
      }
    }
    return Optional.empty();
  }

  private Answers filled(Answers answers) {
    Answers all = answers;
    for (Part part : questions.open(answers)) {
      for (Field field : part.fields()) {
        if (field.kind() != Kind.ROWS && !field.optional() && !all.has(field.id())) {
          all = all.with(field.id(), answer(field, tried.getOrDefault(field.id(), 0)));
        }
      }
    }
    return all;
  }

  private Answers another(Answers answers, String id) {
    return questions
        .findField(id)
        .filter(field -> field.kind() != Kind.ROWS)
        .map(field -> answers.with(id, answer(field, tried.merge(id, 1, Integer::sum))))
        .orElse(answers);
  }

  private static String answer(Field field, int which) {
    return switch (field.kind()) {
      case TEXT, LONG_TEXT, NAME, ADDRESS, PLACE, ROWS -> "测量 bench";
      case PERSON_ID -> PERSON;
      case FIRM_ID -> FIRM;
      case BANK_CARD -> "6200000000000000000";
      case PHONE -> "021-00000000";
      case MAIL -> "bench@example.org";
      case DATE -> which % 2 == 0 ? "2020-02-02" : "1980-01-01";
      case NUMBER, MONEY -> number(field);
      case YES_NO -> which % 2 == 0 ? "yes" : "no";
      case CHOICE, STREET -> option(field.options(), which);
      case FILE -> new UUID(0, 0) + " bench.pdf"; // what is in it no check of answers reads
    };
  }

  private static String number(Field field) {
    double least = field.least() == null ? 1 : field.least();
    return String.valueOf((long) Math.ceil(least));
  }

  private static String option(List<Option> options, int which) {
    return options.isEmpty() ? "none" : options.get(which % options.size()).id();
  }
}
