package org.yiwang.submission;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.identity.Units;
import org.yiwang.identity.Viewer;
import org.yiwang.journal.Journal;
import org.yiwang.journal.NewEntry;
import org.yiwang.matter.Bundle;
import org.yiwang.matter.Matter;
import org.yiwang.pack.Text;
import org.yiwang.page.Refusal;
import org.yiwang.page.RefusedException;
import org.yiwang.submission.Message.Writer;

/**
 * Somebody who is still filling in asks the unit that receives a matter (请人帮忙), and agrees to its
 * seeing the answers: without that agreement nothing is asked and nothing seen.
 */
@Component
class AskForHelp {
  private final DraftHelpStore store;
  private final DraftStore drafts;
  private final MessageStore messages;
  private final HelpingOfficers officers;
  private final ReceivingUnit receivingUnit;
  private final Units units;
  private final TellHelp tell;
  private final Journal journal;
  private final DistrictTime time;

  AskForHelp(
      DraftHelpStore store,
      DraftStore drafts,
      MessageStore messages,
      HelpingOfficers officers,
      ReceivingUnit receivingUnit,
      Units units,
      TellHelp tell,
      Journal journal,
      DistrictTime time) {
    this.store = store;
    this.drafts = drafts;
    this.messages = messages;
    this.officers = officers;
    this.receivingUnit = receivingUnit;
    this.units = units;
    this.tell = tell;
    this.journal = journal;
    this.time = time;
  }

  /** A unit that may be asked, about the matter that it receives. */
  record Possible(Matter matter, String unit, Text name) {
    /** As the form names it: what was read is what is agreed to. */
    String choice() {
      return matter.id() + "@" + unit;
    }
  }

  /**
   * What was agreed to.
   *
   * @param page from which it was asked; null if from none
   * @param under by what they act for somebody else; null for oneself
   */
  record Agreed(Possible asked, Text words, @Nullable String page, @Nullable String under) {}

  /**
   * What was typed and chosen.
   *
   * @param page from which it is asked, as {@link AskedFrom} names it; null if from none
   * @param asked the matter and unit that were read, as {@link Possible#choice} names them
   */
  record Wish(String words, @Nullable String page, @Nullable String asked, boolean agrees) {
    Wish unticked() {
      return new Wish(words, page, asked, false);
    }
  }

  /**
   * The units that receive what is applied for and have somebody who may help, in the order of the
   * bundle; of several matters of one unit the first.
   */
  List<Possible> possible(Drafts.Open open) {
    Wanted wanted = open.wanted();
    var answers = open.draft().filled().answers();
    List<Bundle.Member> led = wanted.members(answers);
    Map<String, Possible> possible = new LinkedHashMap<>();
    for (Bundle.Member member : led.isEmpty() ? wanted.members() : led) {
      Matter matter = wanted.matter(member);
      String unit = receivingUnit.of(matter, wanted, answers);
      if (!possible.containsKey(unit) && !officers.list(matter, unit).isEmpty()) {
        possible.put(unit, new Possible(matter, unit, VisitView.unit(units, unit)));
      }
    }
    return List.copyOf(possible.values());
  }

  /** To what somebody agrees; it names the unit where only one is meant. */
  static Text consent(Drafts.Open open, List<Possible> possible) {
    Text whom =
        possible.size() == 1
            ? possible.getFirst().name()
            : Text.of("我选的单位", "the office that I choose");
    Text what = open.wanted().name();
    return Text.of(
        "我同意%s里能办理这件事的工作人员，查看我在这份“%s”草稿里填的内容（看不到上传的材料），直到我提交、删除草稿或收回同意为止。"
            .formatted(whom.zh(), what.zh()),
        "I agree that officers of %s who may handle it see what I filled in on this draft of “%s” (not the uploaded papers), until I send it, delete it or take this consent back."
            .formatted(whom.en(), what.en()));
  }

  /**
   * Of several units it is kept by the name of the one that was chosen.
   *
   * @throws RefusedException INVALID with every fault; OUTDATED where help goes on already, or the
   *     unit that was read receives it no more as the draft stands now; TOO_MANY where it was asked
   *     for too often; FORBIDDEN at the counter, MISSING where nobody can be asked
   */
  @Transactional
  void ask(Drafts.Open open, Wish wish, Viewer viewer) {
    if (open.acting().atCounter()) {
      throw DraftHelpRefusals.atCounter();
    }
    Drafts.Open now = locked(open);
    if (store.lockOpenOf(open.draft().id()).isPresent()) {
      throw new RefusedException(DraftHelpRefusals.goesOn());
    }
    if (store.count(open.draft().id()) >= MessageLimits.ASKED) {
      throw new RefusedException(DraftHelpRefusals.askedTooOften(MessageLimits.ASKED));
    }
    List<Possible> possible = possible(now);
    if (possible.isEmpty()) {
      throw DraftHelpRefusals.nobody();
    }
    Possible chosen = chosen(possible, wish);
    Agreed agreed =
        new Agreed(
            chosen,
            consent(now, List.of(chosen)),
            AskedFrom.read(now, wish.page()),
            (String) Acting.facts(now.acting()).get("under"));
    begin(now, agreed, wish.words().strip(), viewer);
  }

  /** With the answers as nobody changes them any more until this is done. */
  private Drafts.Open locked(Drafts.Open open) {
    UUID id = open.draft().id();
    if (!drafts.lock(id)) {
      throw SubmissionRefusals.draftMissing();
    }
    Draft draft = drafts.find(id).orElseThrow();
    return new Drafts.Open(draft, open.wanted(), open.acting(), open.help());
  }

  private static Possible chosen(List<Possible> possible, Wish wish) {
    boolean read = wish.asked() != null && !wish.asked().isEmpty();
    Optional<Possible> chosen =
        possible.stream().filter(one -> one.choice().equals(wish.asked())).findFirst();
    if (read && chosen.isEmpty()) {
      throw new RefusedException(DraftHelpRefusals.changed());
    }
    List<Refusal> faults = new ArrayList<>();
    String words = wish.words().strip();
    if (words.isEmpty() || words.length() > MessageLimits.LONGEST) {
      faults.add(HelpRefusals.noWords(MessageLimits.LONGEST));
    }
    if (chosen.isEmpty()) {
      faults.add(DraftHelpRefusals.notChosen());
    }
    if (!wish.agrees()) {
      faults.add(DraftHelpRefusals.notAgreed());
    }
    if (!faults.isEmpty()) {
      throw new RefusedException(faults);
    }
    return chosen.orElseThrow();
  }

  private void begin(Drafts.Open open, Agreed agreed, String words, Viewer viewer) {
    UUID id = store.insert(open.draft(), agreed);
    DraftHelp help = store.find(id).orElseThrow();
    Message message =
        Message.of(help.thread(), Writer.applicant(viewer), words, null, time.instant());
    messages.insert(message);
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("for", "party:" + help.party());
    facts.put("draft", help.draft().toString());
    facts.put("target", help.target().toString());
    facts.put("matter", help.matter());
    facts.put("unit", help.unit());
    facts.put("words-zh", agreed.words().zh());
    facts.put("words-en", agreed.words().en());
    facts.put("message", message.id().toString());
    Optional.ofNullable(help.page()).ifPresent(page -> facts.put("page", page));
    facts.putAll(Acting.facts(open.acting()));
    journal.append(new NewEntry(SubmitDraft.actor(viewer), "help.asked", help.subject(), facts));
    tell.unit(help, agreed.asked().matter());
  }
}
