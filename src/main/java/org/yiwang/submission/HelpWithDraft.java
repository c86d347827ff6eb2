package org.yiwang.submission;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.identity.AccessLog;
import org.yiwang.identity.Permission;
import org.yiwang.identity.Viewer;
import org.yiwang.journal.Journal;
import org.yiwang.journal.NewEntry;
import org.yiwang.matter.Answers;
import org.yiwang.matter.Form.Field;
import org.yiwang.matter.Form.Kind;
import org.yiwang.matter.Form.Part;
import org.yiwang.pack.Text;
import org.yiwang.page.RefusedException;
import org.yiwang.submission.Message.Writer;

/**
 * Officers see a draft that they were asked about, as long as the applicant agrees, write, and
 * point at one question (草稿帮办).
 */
@Component
class HelpWithDraft {
  /** For so long it is one look, if the draft stays as it is. */
  private static final Duration ONE_LOOK = Duration.ofMinutes(30);

  private final DraftHelpStore store;
  private final DraftStore drafts;
  private final MessageStore messages;
  private final MessageLimits limits;
  private final HelpingOfficers officers;
  private final WantedMaker wanted;
  private final Acting acting;
  private final LapsedHelp lapsed;
  private final TellHelp tell;
  private final AccessLog access;
  private final SentLook sight;
  private final Journal journal;
  private final DistrictTime time;

  HelpWithDraft(
      DraftHelpStore store,
      DraftStore drafts,
      MessageStore messages,
      MessageLimits limits,
      HelpingOfficers officers,
      WantedMaker wanted,
      Acting acting,
      LapsedHelp lapsed,
      TellHelp tell,
      AccessLog access,
      SentLook sight,
      Journal journal,
      DistrictTime time) {
    this.store = store;
    this.drafts = drafts;
    this.messages = messages;
    this.limits = limits;
    this.officers = officers;
    this.wanted = wanted;
    this.acting = acting;
    this.lapsed = lapsed;
    this.tell = tell;
    this.access = access;
    this.sight = sight;
    this.journal = journal;
    this.time = time;
  }

  /**
   * A draft as whoever helps sees it: what the matter asks that they were asked about.
   *
   * @param of the matter alone, also where the draft is for a bundle
   * @param parts the pages of it that the answers lead to
   * @param answers mostly hidden
   */
  record Shown(
      DraftHelp help, Wanted of, List<Part> parts, Answers answers, List<Message> messages) {
    List<Field> fields() {
      return parts.stream()
          .flatMap(part -> part.fields().stream())
          .filter(field -> field.kind() != Kind.FILE) // given on the draft itself
          .toList();
    }
  }

  /** What waits for this officer, and what goes on, the longest waiting first. */
  List<DraftHelpStore.Going> list(Viewer officer) {
    officer.require(Permission.SEE_CASES);
    return store.listOpen(officers.handledBy(officer), officer.requireSignedIn()).stream()
        .filter(one -> officers.may(one.help(), officer) && lapsed.stands(one.help()))
        .toList();
  }

  /**
   * The look is written down, in the transaction of reading: no look without its line.
   *
   * @throws RefusedException MISSING to anybody who was not asked; FORBIDDEN once it is over
   */
  @Transactional(noRollbackFor = RefusedException.class) // what is found lapsed stays ended
  Shown look(UUID id, Viewer officer) {
    require(id, officer);
    Shown shown = shown(store.shareOpen(id).orElseThrow(DraftHelpRefusals::over));
    sight.write(
        officer,
        shown.help(),
        Text.of(
            "线上帮办：经您同意查看“" + shown.of().name().zh() + "”草稿",
            "Help from afar: your draft of “" + shown.of().name().en() + "”, with your consent"));
    return shown;
  }

  /**
   * What they looked at a moment ago, once more beside their own words, such as mistyped ones: no
   * further look as long as nothing else is to be seen, a new one otherwise.
   *
   * @throws RefusedException as {@link #look}
   */
  @Transactional(noRollbackFor = RefusedException.class)
  Shown lookOn(UUID id, Viewer officer) {
    require(id, officer);
    DraftHelp help = store.shareOpen(id).orElseThrow(DraftHelpRefusals::over);
    Draft draft = drafts.find(help.draft()).orElseThrow(DraftHelpRefusals::over);
    boolean same =
        access
            .findLastLook(help.subject(), officer)
            .filter(last -> !draft.changed().isAfter(last))
            .filter(last -> last.plus(ONE_LOOK).isAfter(time.instant()))
            .isPresent();
    return same ? shown(help) : look(id, officer);
  }

  private void require(UUID id, Viewer officer) {
    officer.require(Permission.SEE_CASES);
    DraftHelp help =
        store
            .find(id)
            .filter(one -> officers.may(one, officer))
            .orElseThrow(DraftHelpRefusals::missing);
    if (!lapsed.stands(help)) {
      throw DraftHelpRefusals.over();
    }
  }

  private Shown shown(DraftHelp help) {
    Draft draft = drafts.find(help.draft()).orElseThrow(DraftHelpRefusals::over);
    Wanted own = wanted.get(Target.matter(help.matter()));
    Answers answers = draft.filled().answers();
    List<Part> parts = own.questions().open(answers);
    List<Field> fields = parts.stream().flatMap(part -> part.fields().stream()).toList();
    return new Shown(
        help, own, parts, MaskedAnswers.of(fields, answers), messages.list(help.subject()));
  }

  /**
   * All that was asked for while an application was a draft, the newest first; only to read. Read
   * for somebody else it is a look that they see.
   *
   * @throws RefusedException MISSING unless the viewer may see the application, or if none was
   */
  List<DraftHelp> ofSent(UUID application, Viewer viewer) {
    List<DraftHelp> all = store.listOf(acting.look(viewer, application).id());
    if (all.isEmpty()) {
      throw SubmissionRefusals.submissionMissing();
    }
    return all;
  }

  /** All that was asked for with a draft, the newest first: the applicant's to read for ever. */
  List<DraftHelp> list(Drafts.Open open) {
    return store.list(open.draft().id());
  }

  List<Message> list(DraftHelp help) {
    return messages.list(help.subject());
  }

  /**
   * The applicant writes.
   *
   * @throws RefusedException INVALID for no words or too many; TOO_MANY beyond {@link
   *     MessageLimits}; FORBIDDEN once it is over
   */
  @Transactional
  void write(Drafts.Open open, String typed, Viewer viewer) {
    DraftHelp help = store.lockOpenOf(open.draft().id()).orElseThrow(DraftHelpRefusals::over);
    String words = MessageLimits.words(typed, MessageLimits.LONGEST);
    Message fresh =
        Message.of(help.thread(), Writer.applicant(viewer), words, null, time.instant());
    if (keep(fresh, help, EndHelp.By.of(viewer, open.acting()))
        && help.answered()) { // else they are told already
      tell.unit(help, open.wanted().matter(help.matter()));
    }
  }

  /**
   * An officer writes.
   *
   * @param question id of the one to be looked at; null or empty for mere words
   * @throws RefusedException INVALID for no words or too many, or a question that the draft does
   *     not ask; MISSING or FORBIDDEN as {@link #look}; each before anything is written but the end
   *     of what is found lapsed
   */
  @Transactional(noRollbackFor = RefusedException.class)
  void answer(UUID id, String typed, @Nullable String question, Viewer officer) {
    require(id, officer);
    DraftHelp help = store.lockOpen(id).orElseThrow(DraftHelpRefusals::over);
    boolean points = question != null && !question.isEmpty();
    String words =
        MessageLimits.words(typed, points ? MessageLimits.LONGEST_REASON : MessageLimits.LONGEST);
    Shown shown = shown(help);
    if (points && shown.fields().stream().noneMatch(field -> field.id().equals(question))) {
      throw new RefusedException(DraftHelpRefusals.notPointable());
    }
    Writer by = Writer.office(officer, officers.ownUnit(officer));
    Message fresh = Message.of(help.thread(), by, words, points ? question : null, time.instant());
    if (keep(fresh, help, new EndHelp.By(ReceiveVisitor.actor(officer), Map.of()))) {
      tell.applicant(help, wanted.get(help.target()).name(), points);
    }
  }

  private boolean keep(Message message, DraftHelp help, EndHelp.By by) {
    if (!limits.admit(message)) {
      return false;
    }
    messages.insert(message);
    Map<String, Object> facts = new LinkedHashMap<>(by.facts());
    facts.put("for", "party:" + help.party());
    facts.put("message", message.id().toString());
    Optional.ofNullable(message.question()).ifPresent(question -> facts.put("question", question));
    String kind = message.question() == null ? "help.message" : "help.pointed";
    journal.append(new NewEntry(by.actor(), kind, help.subject(), facts));
    return true;
  }
}
