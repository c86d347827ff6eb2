package org.yiwang.submission;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yiwang.journal.Actor;
import org.yiwang.matter.Matter;
import org.yiwang.pack.Text;
import org.yiwang.party.Fact;
import org.yiwang.party.NewFirm;
import org.yiwang.party.Parties;

/**
 * Begins the file of the firm that an application founds (设立企业主体): whoever it was applied for is
 * its legal representative, and what is granted lies in the firm's own wallet.
 */
@Component
class FoundFirm {
  private final Parties parties;
  private final SubmissionStore store;

  FoundFirm(Parties parties, SubmissionStore store) {
    this.parties = parties;
    this.store = store;
  }

  /**
   * The firm's party; the one already founded if a credential is issued again.
   *
   * @param says what the new credential says, by claim
   * @param number of the case in which it was granted
   */
  UUID found(Submission sent, Matter matter, Map<String, String> says, String number) {
    if (sent.firm() != null) {
      return sent.firm();
    }
    String claim = Objects.requireNonNull(matter.outcome().newFirm());
    Text name = Text.same(says.getOrDefault(claim, number));
    var fresh = new NewFirm(name, sent.party(), List.of(), Fact.Source.ofCase(number));
    UUID firm = parties.addFirm(fresh, Actor.SYSTEM);
    store.founded(sent.id(), firm);
    return firm;
  }
}
