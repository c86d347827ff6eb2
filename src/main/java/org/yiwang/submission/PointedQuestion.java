package org.yiwang.submission;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
import org.yiwang.page.Refusal;
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
  private final PinnedPlaces pinned;
  private final Journal journal;

  PointedQuestion(
      DraftHelpStore helps,
      MessageStore messages,
      Drafts drafts,
      PinnedPlaces pinned,
      Journal journal) {
    this.pinned = pinned;
    this.helps = helps;
    this.messages = messages;
    this.drafts = drafts;
    this.journal = journal;
  }

  /** A question that was answered too late to keep it here. */
  record Late(Drafts.Open open, Field field) {
    Part part() {
      return pageOf(field);
    }

    /** Where it is asked now; the draft where it is not. */
    String href() {
      return open.parts().stream()
          .filter(part -> part.fields().stream().anyMatch(one -> one.id().equals(field.id())))
          .findFirst()
          .map(part -> open.draft().href() + "/parts/" + part.id())
          .orElse(open.draft().href());
    }
  }

  private static Part pageOf(Field field) {
    return new Part("pointed", NAME, null, null, List.of(field));
  }

  /** The one question, and what the officer wrote. */
  record Pointed(Drafts.Open open, DraftHelp help, Field field, Message asked) {
    /** A page of the one question. */
    Part part() {
      return pageOf(field);
    }
  }

  /**
   * @throws RefusedException MISSING if it is not the viewer's, was seen to already, or is not
   *     asked any more
   */
  Pointed get(UUID draft, UUID message, Viewer viewer) {
    return find(draft, message, viewer).orElseThrow(DraftHelpRefusals::pointOver);
  }

  /** As {@link #get}; empty once it is over. */
  Optional<Pointed> find(UUID draft, UUID message, Viewer viewer) {
    Drafts.Open open = drafts.get(draft, viewer);
    DraftHelp help = open.help();
    if (help == null || !help.open()) {
      return Optional.empty();
    }
    return messages
        .find(message, help.subject())
        .filter(Message::toMend)
        .flatMap(
            asked ->
                open.parts().stream()
                    .flatMap(part -> part.fields().stream())
                    .filter(field -> field.id().equals(asked.question()))
                    .findFirst()
                    .map(field -> new Pointed(open, help, field, asked)));
  }

  /** The question that an officer pointed at in any talk of the draft, over or not. */
  Optional<Late> findLate(UUID draft, UUID message, Viewer viewer) {
    Drafts.Open open = drafts.get(draft, viewer);
    return helps.list(draft).stream()
        .flatMap(help -> messages.find(message, help.subject()).stream())
        .map(Message::question)
        .filter(Objects::nonNull)
        .findFirst()
        .flatMap(question -> open.wanted().questions().findField(question))
        .map(field -> new Late(open, field));
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
    Refusals faults = faults(saved, pointed, answers);
    if (faults.isEmpty() && helps.lockOpen(pointed.help().id()).isPresent()) {
      messages.mended(pointed.asked().id());
      Map<String, Object> facts = new LinkedHashMap<>(Acting.facts(pointed.open().acting()));
      facts.put("for", "party:" + pointed.help().party());
      facts.put("question", pointed.field().id());
      facts.put("message", pointed.asked().id().toString());
      journal.append(
          new NewEntry(SubmitDraft.actor(viewer), "help.seen-to", pointed.help().subject(), facts));
    }
    return faults;
  }

  /** Of the answer; a pin is looked at beside the street that is asked on its page. */
  private Refusals faults(Drafts.Open saved, Pointed pointed, Answers answers) {
    List<Refusal> faults =
        new ArrayList<>(saved.wanted().questions().faults(pointed.part(), answers));
    List<Part> page =
        saved.parts().stream().filter(part -> part.fields().contains(pointed.field())).toList();
    pinned.faults(page, answers).stream()
        .filter(fault -> pointed.field().id().equals(fault.field()))
        .forEach(faults::add);
    return new Refusals(faults);
  }
}
