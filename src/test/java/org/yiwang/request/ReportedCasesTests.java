package org.yiwang.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiwang.ProgramTest;
import org.yiwang.casework.Case;
import org.yiwang.casework.Cases;
import org.yiwang.casework.NewCase;
import org.yiwang.journal.Actor;
import org.yiwang.pack.Text;
import org.yiwang.party.Contact;
import org.yiwang.party.Contacts;

/** Only what began as a report is proved by digits or a receipt code. */
@ProgramTest
class ReportedCasesTests {
  @Autowired private Cases cases;
  @Autowired private Categories categories;
  @Autowired private Contacts contacts;
  @Autowired private Proofs proofs;
  @Autowired private ReportedCases reported;
  @Autowired private Requests requests;

  @Test
  void whatIsNoReportIsProvedByNothing() {
    Category category = categories.listCategories().getFirst();
    Case report = opened(category, category.id(), category.group());
    assertThat(requests.prove(report.number(), "9011")).contains(new Proof(report.number(), true));
    assertThat(requests.prove(report.number(), proofs.receipt(report.number()))).isPresent();
    Case matter = opened(category, "food-licence", "LICENCE");
    Case sameName = opened(category, category.id(), "LICENCE");
    for (Case other : List.of(matter, sameName)) {
      assertThat(requests.prove(other.number(), "9011")).isEmpty();
      assertThat(requests.prove(other.number(), proofs.receipt(other.number()))).isEmpty();
      assertThat(requests.prove(other, number -> java.util.Optional.of(new Proof(number, true))))
          .as("by a cookie of before")
          .isEmpty();
      assertThat(reported.ownPage(other)).isEmpty();
    }
    assertThat(reported.isReport(asked(report))).as("an opinion on a report").isFalse();
  }

  private Case opened(Category category, String id, String group) {
    UUID contact = contacts.save(new Contact("小安", "13800009011", null));
    return cases.open(
        new NewCase(
            category.application(),
            category.lifecycle(),
            category.limit(),
            new Case.About(id, group, Text.same("试"), ""),
            new Case.Where("", null, null, null, null),
            null,
            new Case.Origin("web", contact, null),
            List.of(),
            false,
            null,
            Actor.SYSTEM));
  }

  private static Case asked(Case of) {
    return new Case(
        of.number(),
        of.version(),
        of.position(),
        of.clocks(),
        of.about(),
        of.where(),
        of.proposedUnit(),
        of.unit(),
        of.holder(),
        of.origin(),
        of.rating(),
        of.invented(),
        new Case.Parent("X-1", "street", 1));
  }
}
