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
  record Possible(Matter matter, String unit, Text name) {}

  /**
   * What was typed and chosen.
   *
   * @param matter id of the one whose unit is asked
   */
  record Wish(String words, @Nullable String matter, boolean agrees) {}

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

  /** To what somebody agrees, as they read it; it names the unit where only one can be asked. */
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
   * @throws RefusedException INVALID with every fault; OUTDATED where help goes on already,
   *     TOO_MANY where it was asked for too often; FORBIDDEN at the counter, MISSING where nobody
   *     can be asked
   */
  @Transactional
  void ask(Drafts.Open open, Wish wish, Viewer viewer) {
    if (open.acting().atCounter()) {
      throw DraftHelpRefusals.atCounter();
    }
    if (!drafts.lock(open.draft().id())) {
      throw SubmissionRefusals.draftMissing();
    }
    if (store.lockOpenOf(open.draft().id()).isPresent()) {
      throw new RefusedException(DraftHelpRefusals.goesOn());
    }
    if (store.count(open.draft().id()) >= MessageLimits.ASKED) {
      throw new RefusedException(DraftHelpRefusals.askedTooOften(MessageLimits.ASKED));
    }
    List<Possible> possible = possible(open);
    if (possible.isEmpty()) {
      throw DraftHelpRefusals.nobody();
    }
    begin(open, chosen(possible, wish), consent(open, possible), wish.words().strip(), viewer);
  }

  private static Possible chosen(List<Possible> possible, Wish wish) {
    List<Refusal> faults = new ArrayList<>();
    String words = wish.words().strip();
    if (words.isEmpty() || words.length() > HelpFromAfar.LONGEST) {
      faults.add(HelpRefusals.noWords(HelpFromAfar.LONGEST));
    }
    Optional<Possible> chosen =
        possible.size() == 1
            ? Optional.of(possible.getFirst())
            : possible.stream().filter(one -> one.matter().id().equals(wish.matter())).findFirst();
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

  private void begin(Drafts.Open open, Possible asked, Text agreed, String words, Viewer viewer) {
    UUID id = store.insert(open.draft(), asked.matter().id(), asked.unit(), agreed);
    DraftHelp help = store.find(id).orElseThrow();
    Message message =
        new Message(
            UUID.randomUUID(),
            help.subject(),
            help.party(),
            Message.Side.APPLICANT,
            viewer.requireSignedIn(),
            null,
            words,
            null,
            null,
            time.instant());
    messages.insert(message);
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("for", "party:" + help.party());
    facts.put("draft", help.draft().toString());
    facts.put("target", help.target().toString());
    facts.put("matter", help.matter());
    facts.put("unit", help.unit());
    facts.put("words-zh", agreed.zh());
    facts.put("words-en", agreed.en());
    facts.put("message", message.id().toString());
    facts.putAll(Acting.facts(open.acting()));
    journal.append(new NewEntry(SubmitDraft.actor(viewer), "help.asked", help.subject(), facts));
    tell.unit(help, asked.matter());
  }
}
