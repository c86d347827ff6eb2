package org.yiwang.story;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yiwang.pack.Text;

/**
 * {@code stories/*.yaml}: an acceptance story (验收故事). On a date, given what has happened, when
 * somebody does something, then everybody sees what they should. Stories are run through the whole
 * program, each beginning with an empty desk, with the clock in their hand.
 *
 * @param covers acceptance stories or seed rows it fulfils, e.g. {@code A05}
 * @param on the day it begins, in the district's time
 * @param given scenes before the story, in which nothing need be expected
 */
record StoryDefinition(
    String id,
    Text name,
    List<String> covers,
    LocalDate on,
    List<Scene> given,
    List<Scene> scenes) {

  /**
   * One moment of the story.
   *
   * @param at when; until then time passes and the program's timers run. At once if absent
   * @param when what somebody does; absent when only time passes
   * @param atOnce what several people do at the same instant, all from the same page
   * @param allButOneRefused with {@code at-once}: one is done, the others are refused with this
   * @param then what everybody sees afterwards
   */
  record Scene(
      @Nullable Moment at,
      @Nullable Deed when,
      List<Deed> atOnce,
      @Nullable String allButOneRefused,
      List<Sight> then) {}

  /**
   * What somebody does: reports or applies for something, acts on a case, asks for what is missing
   * or supplies it, gives a mandate or ends one, opens somebody's file, asks why theirs was looked
   * at, says that something in it is wrong.
   *
   * @param who an account of the demo, or {@code visitor} for somebody who has not signed in
   * @param asksFor what an officer wants put right: a question or paper, and the reason
   * @param revokes the account on the other side of a mandate that is ended
   * @param readsFile an identity number, a credit code or another number that leads to a file, as
   *     an officer types it; {@code note} is the reason, where one is asked for
   * @param asksWhy words on the line of a look at the person's data; the case is called {@code
   *     question} afterwards
   * @param saysWrong what is wrong in the person's file; the case is called {@code correction}
   *     afterwards
   * @param does id of an action in the case's lifecycle
   * @param to which case: by the name its report gave it, or by its matter; {@code name/unit} for
   *     the opinion asked of a unit, {@code matter/paper} for the check of what was promised
   *     instead of a paper; the first if absent
   * @param otherCase a case of the story, by its name
   * @param photos how many photos are added
   * @param refused code of the refusal, or words of its sentence; what is refused changes nothing
   */
  record Deed(
      String who,
      @Nullable Report reports,
      @Nullable Applying applies,
      @Nullable Supplying supplies,
      Map<String, String> asksFor,
      @Nullable Mandating mandates,
      @Nullable String revokes,
      @Nullable String readsFile,
      @Nullable String asksWhy,
      @Nullable Wrong saysWrong,
      @Nullable String does,
      @Nullable String to,
      @Nullable String note,
      @Nullable String reason,
      @Nullable String unit,
      @Nullable String otherCase,
      @Nullable Integer rating,
      @Nullable Integer photos,
      @Nullable String refused) {}

  /**
   * A mandate that is given (授权).
   *
   * @param to the account that may act
   * @param of name of the firm for which it is given, as its representative's page shows it
   * @param matters ids of the matters it covers; all if empty
   * @param until its last day
   */
  record Mandating(String to, @Nullable String of, List<String> matters, LocalDate until) {}

  /**
   * A fact of one's own file that is wrong (信息更正).
   *
   * @param fact by its name on the page
   * @param right what it should say, as it is typed or chosen
   */
  record Wrong(String fact, String right, String why) {}

  /**
   * A report.
   *
   * @param category id of a category, or own words of which the first category found is taken
   * @param place own words for a landmark or an address, of which the first place found is taken
   * @param point longitude and latitude instead of words
   * @param address in words, beside a point
   * @param name how whoever reports is called
   * @param called the case's name within the story, where there are several
   */
  record Report(
      String category,
      String text,
      @Nullable String place,
      List<Double> point,
      @Nullable String address,
      @Nullable String name,
      @Nullable String phone,
      @Nullable Integer photos,
      @Nullable String called) {}

  /**
   * An application (申报), filled in page by page until it is sent.
   *
   * @param forWhom the person or firm it is for, by the name among which the page lets choose
   * @param code that was scanned to begin it
   * @param prefilled questions that are answered already, and the credential, account or code from
   *     which
   * @param answers by question; a choice by its id or by what stands on the page
   * @param rows answers of questions that repeat
   * @param papers how each paper is given; what is not named stays as the page proposes it
   * @param tries wrong answers that are refused before the right one is given
   * @param notAsked questions that these answers do not lead to
   * @param called its name within the story; its matter's or bundle's id if absent
   */
  record Applying(
      @Nullable String matter,
      @Nullable String bundle,
      @Nullable String forWhom,
      @Nullable String code,
      Map<String, String> prefilled,
      Map<String, String> answers,
      Map<String, List<Map<String, String>>> rows,
      Map<String, Giving> papers,
      List<Try> tries,
      List<String> notAsked,
      @Nullable String called) {}

  /** A wrong answer, and words of the sentence beside it. */
  record Try(String question, String answer, String refused) {}

  /** What an applicant sends of that which was asked for (补正): exactly that. */
  record Supplying(
      Map<String, String> answers,
      Map<String, List<Map<String, String>>> rows,
      Map<String, Giving> papers) {}

  /** How a paper is given. */
  enum Giving {
    FETCHED,
    UPLOADED,
    PROMISED,
    LATER,
    LEFT_OUT
  }

  /**
   * What somebody sees of a case.
   *
   * @param who an account; {@code visitor} is whoever reported, by number and telephone
   * @param of which case, as in {@code to}; the story's first if absent
   * @param shows what the applicant's own page says of the whole application
   * @param holds credentials that count in a wallet that the person may open
   * @param holdsNot types of credential of which none that counts is in any of them
   * @param sees what its page and the API say about it
   * @param may exactly the actions that are offered; {@code nothing} for none
   * @param mayNot actions that are not offered
   * @param queued whether it lies in the person's own queue
   * @param reads words on the case's page: sentences, dates, what others wrote
   * @param readsNot words that do not stand there
   * @param told what the person was told by message, newest last
   * @param inFile words on the page of the person's own file
   * @param looked words on the page of who looked at the person's data
   * @param counts figures as the person's board counts them, e.g. {@code late: 1}
   */
  record Sight(
      String who,
      @Nullable String of,
      @Nullable Shows shows,
      List<Held> holds,
      List<String> holdsNot,
      @Nullable Sees sees,
      List<String> may,
      List<String> mayNot,
      @Nullable Boolean queued,
      List<String> reads,
      List<String> readsNot,
      List<String> told,
      List<String> inFile,
      List<String> looked,
      Map<Figure, Integer> counts) {}

  /**
   * An application as its page shows it.
   *
   * @param state of all of it in a word, e.g. 4 项中已办好 1 项
   * @param matters what stands beside each matter; all that are part of it
   * @param waits for which other matters a matter waits
   */
  record Shows(
      @Nullable String state, Map<String, String> matters, Map<String, List<String>> waits) {}

  /**
   * A credential in a wallet, and what it says.
   *
   * @param holder whose wallet, by the name on the page; any that the person may open if absent
   */
  record Held(String credential, @Nullable String holder, Map<String, String> says) {}

  /**
   * Where the case stands; what is absent is not looked at.
   *
   * @param nothing true: the person cannot see the case at all
   * @param step id of the step or its name in either language (内部状态)
   * @param status the public status in either language (对外状态)
   * @param area code of the street
   * @param due when the present step is due, in the district's time
   * @param caseDue when the whole case is due
   * @param raisedTo roles it was escalated to, {@code nobody} for none
   * @param history ids of all actions so far, oldest first; {@code raised} for an escalation
   */
  record Sees(
      boolean nothing,
      @Nullable String step,
      @Nullable String status,
      @Nullable String unit,
      @Nullable String area,
      @Nullable String grid,
      @Nullable Moment due,
      @Nullable Moment caseDue,
      @Nullable Boolean late,
      @Nullable Boolean closed,
      @Nullable Integer rating,
      List<String> raisedTo,
      List<String> history) {}

  /** A figure of the board. */
  enum Figure {
    ALL,
    OPEN,
    DUE_TODAY,
    LATE,
    ESCALATED,
    CLOSED
  }
}
