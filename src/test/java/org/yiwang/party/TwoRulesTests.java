package org.yiwang.party;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.yiwang.ProgramTest;
import org.yiwang.journal.Actor;
import org.yiwang.pack.Text;

/** One credential may say two relations of one kind: whoever keeps the minutes, and the money. */
@ProgramTest
@TestPropertySource(properties = "yiwang.pack=packs/_toy")
class TwoRulesTests {
  private static final Fact.Source SEEN = new Fact.Source(Fact.Source.Kind.OFFICER, "test", null);

  @Autowired private Parties parties;

  private UUID member(String name, String number) {
    UUID party = parties.ofAccount("two-rules-" + number, name);
    parties.learn(
        party,
        List.of(new NewFact("member-number", number, SEEN, Fact.Confidence.CONFIRMED, null)),
        Actor.SYSTEM);
    return party;
  }

  @Test
  void bothAreHeardOnceAndForgottenTogether() {
    UUID circle =
        parties.addFirm(new NewFirm(Text.same("两人读书会"), null, List.of(), SEEN), Actor.SYSTEM);
    UUID secretary = member("小文", "M-00070001");
    UUID treasurer = member("小财", "M-00070002");
    var said =
        new SaidByCredential(
            circle,
            "reading-circle",
            UUID.randomUUID(),
            Map.of(
                "secretary", "M-00070001",
                "secretary-name", "小文",
                "treasurer", "M-00070002",
                "treasurer-name", "小财"),
            null,
            "T-20261126-00001");
    parties.learnFrom(said, Actor.SYSTEM);
    assertThat(parties.ownFile(circle).relations())
        .extracting(Relation::party)
        .containsExactly(secretary, treasurer);

    parties.learnFrom(said, Actor.SYSTEM);
    assertThat(parties.ownFile(circle).relations()).hasSize(2);
    parties.forgetFrom(TakenBack.wrong(said.credential()), Actor.SYSTEM);
    assertThat(parties.ownFile(circle).relations()).allMatch(one -> one.until() != null);
  }
}
