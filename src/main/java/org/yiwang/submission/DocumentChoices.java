package org.yiwang.submission;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.page.Choice;
import org.yiwang.page.Page;
import org.yiwang.party.FactKind;
import org.yiwang.party.FactKinds;
import org.yiwang.party.PartyName;

/** The numbers of documents by which a file can begin at the counter (建档证件). */
@Component
class DocumentChoices {
  private final FactKinds kinds;

  DocumentChoices(FactKinds kinds) {
    this.kinds = kinds;
  }

  /** The kinds of number of such a party, the usual one first. */
  List<Choice> list(Page page, PartyName.Kind of) {
    return kinds.numbersOf(of).stream()
        .map(kind -> Choice.of(kind.id(), page.t(kind.name())))
        .toList();
  }

  /** The one that is chosen; the usual one where none is. */
  String chosen(String document) {
    return document.isEmpty() ? usual() : document;
  }

  private String usual() {
    return kinds.numberOf(PartyName.Kind.PERSON).map(FactKind::id).orElse("");
  }

  /** Whether it is a number that stands on no resident identity card. */
  boolean foreign(String document) {
    FactKind.@Nullable Check check =
        kinds.findKind(chosen(document)).map(FactKind::check).orElse(null);
    return check == FactKind.Check.PASSPORT || check == FactKind.Check.DOCUMENT;
  }

  /** How a number is written, where one of them needs to be told; empty where none does. */
  String hint(Page page) {
    boolean passports =
        kinds.numbersOf(PartyName.Kind.PERSON).stream()
            .anyMatch(kind -> kind.check() == FactKind.Check.PASSPORT);
    return passports
        ? page.t(
            "护照先写签发国的三位字母代码，再写号码，如 DEU C01X00T47",
            "For a passport the issuing state in three letters, then the number, as DEU C01X00T47")
        : "";
  }
}
