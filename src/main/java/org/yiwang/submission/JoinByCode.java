package org.yiwang.submission;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yiwang.identity.Account;
import org.yiwang.identity.Guesses;
import org.yiwang.identity.Viewer;
import org.yiwang.page.RefusedException;
import org.yiwang.party.FileJoins;
import org.yiwang.party.Joined;
import org.yiwang.party.Parties;

/**
 * Whoever has signed in joins the file that began at a counter by number and name on file and the
 * case code of a slip (凭办件码认领). A number that nobody has, another name, a wrong code and a file
 * that has an account get the same answer.
 */
@Component
class JoinByCode {
  private static final UUID NOBODY = new UUID(0, 0);

  private final FileJoins joins;
  private final CodeStore codes;
  private final SubmissionStore submissions;
  private final JoinFile joinFile;
  private final Guesses guesses;

  JoinByCode(
      FileJoins joins,
      CodeStore codes,
      SubmissionStore submissions,
      JoinFile joinFile,
      Guesses guesses) {
    this.joins = joins;
    this.codes = codes;
    this.submissions = submissions;
    this.joinFile = joinFile;
    this.guesses = guesses;
  }

  /** As typed: from the document, and from the slip. */
  record Typed(String name, String number, String code) {
    static Typed empty() {
      return new Typed("", "", "");
    }
  }

  /**
   * Wrong ones are counted for the number and for the account; the right one gets through also
   * while wrong ones wait, since nobody guesses 80 bits.
   *
   * @throws RefusedException as {@link JoinFile#require(Viewer)}; MISSING if anything is wrong;
   *     TOO_MANY for wrong ones while guesses wait
   */
  void join(Viewer viewer, Typed typed) {
    Account account = joinFile.require(viewer);
    String number = "join:" + Parties.plainNumber(typed.number());
    String tries = "join-by:" + account.id();
    Optional<UUID> party = joins.find(typed.name(), typed.number());
    CodeStore.Found code =
        codes.findOf(party.orElse(NOBODY), CaseCode.typed(typed.code())).orElse(null);
    if (party.isEmpty() || code == null) {
      guesses.count(tries, JoinRefusals.AT_COUNTER);
      guesses.count(number, JoinRefusals.AT_COUNTER);
      throw JoinRefusals.wrong();
    }
    var asked =
        new FileJoins.Asked(
            account.id().toString(),
            account.name().zh(),
            party.get(),
            Joined.Way.CODE,
            caseOf(code.submission()));
    joinFile.join(
        asked, SubmitDraft.actor(viewer), () -> codes.holds(code.submission(), code.code()));
    guesses.right(tries);
    guesses.right(number);
  }

  /** A case of what the slip was made for. */
  private String caseOf(UUID submission) {
    return submissions.listParts(submission).stream()
        .map(SubmissionStore.Part::number)
        .filter(number -> number != null)
        .findFirst()
        .orElse("submission:" + submission);
  }
}
