package org.yiwang.submission;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.casework.Case;
import org.yiwang.matter.Answers;
import org.yiwang.matter.Form.Field;
import org.yiwang.matter.Form.Kind;
import org.yiwang.party.Parties;
import org.yiwang.party.PartyName;

/**
 * Where the paper of a case is posted to, as its applicant sees it (邮寄地址).
 *
 * @param kept what was given; null until then
 * @param proposed what the form begins with
 * @param said what of it this case itself says: nothing that only the file knows
 */
record Posting(@Nullable PostalAddress kept, PostalAddress proposed, PostalAddress said) {
  /** Proposes an address from what was given before: asked twice is once too often. */
  @Component
  static class Maker {
    private final PostalStore store;
    private final Parties parties;

    Maker(PostalStore store, Parties parties) {
      this.store = store;
      this.parties = parties;
    }

    /**
     * @param own the form of the matter of this case
     */
    Posting of(Case of, Submission sent, Wanted own) {
      PostalAddress kept = store.find(of.number()).orElse(null);
      PostalAddress said = said(sent, own, "");
      return kept == null
          ? new Posting(null, said(sent, own, onFile(sent)), said)
          : new Posting(kept, kept, kept);
    }

    private String onFile(Submission sent) {
      return parties.findName(sent.party()).map(PartyName::name).map(n -> n.zh()).orElse("");
    }

    private static PostalAddress said(Submission sent, Wanted own, String name) {
      return new PostalAddress(
          known(sent, own, Kind.NAME).orElse(name),
          known(sent, own, Kind.PHONE).orElse(""),
          known(sent, own, Kind.ADDRESS).orElse(""));
    }

    private static boolean asks(Field field, Kind kind) {
      return kind == Kind.ADDRESS ? field.kind().address() : field.kind() == kind;
    }

    /** What the application says, filled in from file and credentials; of addresses the last. */
    private static Optional<String> known(Submission sent, Wanted own, Kind kind) {
      Answers answers = sent.filled().answers();
      List<String> said =
          own.questions()
              .fields()
              .filter(field -> asks(field, kind))
              .flatMap(field -> Optional.ofNullable(answers.at(field.id())).stream())
              .filter(answer -> !answer.isBlank())
              .toList();
      return said.isEmpty()
          ? Optional.empty()
          : Optional.of(kind == Kind.ADDRESS ? said.getLast() : said.getFirst());
    }
  }
}
