package org.yiwang.submission;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.identity.Viewer;
import org.yiwang.journal.Journal;
import org.yiwang.journal.NewEntry;
import org.yiwang.matter.Answers;
import org.yiwang.matter.Form.Field;
import org.yiwang.matter.Form.Part;
import org.yiwang.pack.Text;
import org.yiwang.page.Refusals;
import org.yiwang.page.RefusedException;

/**
 * The applicant opens exactly the question that an officer pointed at (只看一项), changes its answer or
 * leaves it; the rest of the draft stays as it is.
 */
@Component
class PointedQuestion {
  private static final Text NAME = Text.of("请看这一项", "Please look at this answer");

  private final DraftHelpStore helps;
  private final MessageStore messages;
  private final Drafts drafts;
  private final Journal journal;

  PointedQuestion(DraftHelpStore helps, MessageStore messages, Drafts drafts, Journal journal) {
    this.helps = helps;
    this.messages = messages;
    this.drafts = drafts;
    this.journal = journal;
  }

  /** The one question, and what the officer wrote. */
  record Pointed(Drafts.Open open, DraftHelp help, Field field, Message asked) {
    /** A page of the one question. */
    Part part() {
      return new Part("pointed", NAME, null, null, List.of(field));
    }
  }

  /**
   * @throws RefusedException MISSING if it is not the viewer's, was seen to already, or is not
   *     asked any more
   */
  Pointed get(UUID draft, UUID message, Viewer viewer) {
    Drafts.Open open = drafts.get(draft, viewer);
    DraftHelp help = open.help();
    if (help == null || !help.open()) {
      throw DraftHelpRefusals.pointOver();
    }
    Message asked =
        messages
            .find(message, help.subject())
            .filter(Message::toMend)
            .orElseThrow(DraftHelpRefusals::pointOver);
    return open.parts().stream()
        .flatMap(part -> part.fields().stream())
        .filter(field -> field.id().equals(asked.question()))
        .findFirst()
        .map(field -> new Pointed(open, help, field, asked))
        .orElseThrow(DraftHelpRefusals::pointOver);
  }

  /**
   * Keeps the answer, then checks it; what is wrong with it is told, and it counts as seen to only
   * once nothing is.
   *
   * @throws RefusedException OUTDATED if the draft was changed in another window meanwhile
   */
  @Transactional
  Refusals answer(Pointed pointed, Answers answers, Viewer viewer) {
    Drafts.Open saved = drafts.save(pointed.open(), pointed.open().draft().filled().with(answers));
    Refusals faults = new Refusals(saved.wanted().questions().faults(pointed.part(), answers));
    if (faults.isEmpty() && helps.lockOpen(pointed.help().id()).isPresent()) {
      messages.mended(pointed.asked().id());
      journal.append(
          new NewEntry(
              SubmitDraft.actor(viewer),
              "help.seen-to",
              pointed.help().subject(),
              Map.of(
                  "for", "party:" + pointed.help().party(),
                  "question", pointed.field().id(),
                  "message", pointed.asked().id().toString())));
    }
    return faults;
  }
}
