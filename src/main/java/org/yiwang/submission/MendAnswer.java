package org.yiwang.submission;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.matter.Answers;
import org.yiwang.matter.Form.Field;
import org.yiwang.page.Page;
import org.yiwang.page.RefusedException;

/**
 * The applicant puts right the one answer that an officer asked about (改一项): a correction of
 * exactly that question, with the officer's reason, kept beside what was written before.
 */
@Component
class MendAnswer {
  private final MessageStore messages;
  private final CorrectAnswers correctAnswers;

  MendAnswer(MessageStore messages, CorrectAnswers correctAnswers) {
    this.messages = messages;
    this.correctAnswers = correctAnswers;
  }

  /** The one question, and what the officer wrote. */
  record Mend(CorrectAnswers.Open open, Field field, Message asked) {}

  /**
   * @throws RefusedException MISSING if it is not theirs, or was put right already
   */
  Mend get(UUID id, String number, UUID message, Hand hand) {
    CorrectAnswers.Open open = correctAnswers.open(id, number, hand);
    Message asked =
        messages
            .find(message, open.of().subject())
            .filter(Message::toMend)
            .orElseThrow(HelpRefusals::mendOver);
    Field field =
        open.fields().stream()
            .filter(one -> one.id().equals(asked.question()))
            .findFirst()
            .orElseThrow(HelpRefusals::mendOver);
    return new Mend(open.only(List.of(field)), field, asked);
  }

  /**
   * @param version of the case that was on the screen
   * @throws RefusedException as {@link CorrectAnswers#correct}
   */
  @Transactional
  void mend(Mend mend, Answers answers, int version, Page page, Hand hand) {
    String reason = page.t("应工作人员请求：", "As asked by the officer: ") + mend.asked().words();
    correctAnswers.correct(
        mend.open(), new CorrectAnswers.Wish(answers, reason, version), page, hand);
    messages.mended(mend.asked().id());
  }
}
