package org.yiwang.story;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody does: reports or applies for something, acts on a case, asks for what is missing or
 * supplies it, gives a mandate or ends one, opens somebody's file, asks why theirs was looked at,
 * says that something in it is wrong; receives somebody at the counter, notes their consent and
 * gives them a case code; joins their file from the counter; writes about a case, asks for one
 * answer to be put right, puts it right; compares an upload with the original.
 *
 * @param who an account of the demo, or {@code visitor} for somebody who has not signed in
 * @param asksFor what an officer wants put right: a question or paper, and the reason
 * @param revokes the account on the other side of a mandate that is ended
 * @param readsFile an identity number, a credit code or another number that leads to a file, as an
 *     officer types it; {@code note} is the reason, where one is asked for
 * @param asksWhy words on the line of a look at the person's data; the case is called {@code
 *     question} afterwards
 * @param saysWrong what is wrong in the person's file; the case is called {@code correction}
 *     afterwards
 * @param receives who stands at the officer's counter
 * @param beginsFile who stands there for the first time, and has neither account nor file
 * @param receivesAgain who stands at the counter about what was sent before: the case {@code to}
 * @param notesConsent to what they agree before anything of theirs is opened
 * @param givesCode at the end of the visit the officer makes a slip with a case code: {@code
 *     visitor} is then whoever holds it, and follows that application by it
 * @param joinsFile somebody with an account joins the file that began for them at the counter, with
 *     the code of the slip of the case {@code to}
 * @param writes words to the other side about a case: by the applicant, or an officer
 * @param asksToMend the one question of which an officer asks to put the answer right, and why
 * @param mends that question, and its right answer
 * @param compares name of a paper that was uploaded, as the page says it: an officer has seen the
 *     original, and keeps the upload in the holder's wallet
 * @param does id of an action in the case's lifecycle
 * @param to which case: by the name its report gave it, or by its matter; {@code name/unit} for the
 *     opinion asked of a unit, {@code matter/paper} for the check of what was promised instead of a
 *     paper; the first if absent
 * @param otherCase a case of the story, by its name
 * @param photos how many photos are added
 * @param fillsIn what is typed into further fields of the action's form, such as {@code
 *     recipientAddress}; what stands in them already is sent as it is
 * @param refused code of the refusal, or words of its sentence; what is refused changes nothing
 */
record Deed(
    String who,
    @Nullable Report reports,
    @Nullable Applying applies,
    Applying.@Nullable Supplying supplies,
    Map<String, String> asksFor,
    @Nullable Mandating mandates,
    @Nullable String revokes,
    @Nullable String readsFile,
    @Nullable String asksWhy,
    @Nullable Wrong saysWrong,
    AtCounter.@Nullable Receiving receives,
    AtCounter.@Nullable Newcomer beginsFile,
    AtCounter.@Nullable Again receivesAgain,
    AtCounter.@Nullable Consent notesConsent,
    @Nullable Boolean givesCode,
    AtCounter.@Nullable Joining joinsFile,
    @Nullable String writes,
    Map<String, String> asksToMend,
    Map<String, String> mends,
    @Nullable String compares,
    @Nullable String does,
    @Nullable String to,
    @Nullable String note,
    @Nullable String reason,
    @Nullable String unit,
    @Nullable String otherCase,
    @Nullable Integer rating,
    @Nullable Integer photos,
    Map<String, String> fillsIn,
    @Nullable String refused) {

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
   * A fact or a relation of one's own file that is wrong (信息更正、关系更正).
   *
   * @param fact by its name on the page
   * @param right what it should say, as it is typed or chosen; only of a fact
   * @param relation by what the other is, as the page says it, e.g. 用人单位
   */
  record Wrong(
      @Nullable String fact, @Nullable String right, @Nullable String relation, String why) {}

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
}
