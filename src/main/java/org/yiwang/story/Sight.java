package org.yiwang.story;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
 * @param readsInFull numbers that stand there only once the officer asks to see them in full
 * @param takenIn the unit at whose counter the page says that the application was taken in
 * @param messages words on the page where both sides write to each other about the case
 * @param awaited whether the case stands among those whose applicants wait for the person's answer
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
    List<String> readsInFull,
    @Nullable String takenIn,
    List<String> messages,
    @Nullable Boolean awaited,
    List<String> told,
    List<String> inFile,
    List<String> looked,
    Map<Figure, Integer> counts) {

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
