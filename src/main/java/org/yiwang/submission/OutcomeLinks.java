package org.yiwang.submission;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.yiwang.casework.Cases;
import org.yiwang.credential.CredentialType;
import org.yiwang.credential.CredentialTypes;
import org.yiwang.matter.Matter;
import org.yiwang.matter.Matters;
import org.yiwang.pack.PackCheck;
import org.yiwang.pack.PackReading;
import org.yiwang.pack.Problems;

/**
 * LINK-51 to LINK-54, LINK-64: a matter's lifecycle and credentials are there, the outcome's claims
 * are claims of its type, answered by questions of its form, and a firm that is founded has a name.
 */
final class OutcomeLinks implements PackCheck {
  @Override
  public void check(PackReading pack, Problems problems) {
    Set<String> lifecycles = Cases.lifecyclesIn(pack);
    Map<String, CredentialType> types = CredentialTypes.typesIn(pack);
    for (Matters.Declared declared : Matters.declaredIn(pack)) {
      var links = new Links(pack, problems, declared.matter(), types);
      links.lifecycle(declared.application(), lifecycles);
      declared.matter().evidence().forEach(links::evidence);
      links.outcome(declared.questions(), declared.columns());
    }
  }

  private record Links(
      PackReading pack, Problems problems, Matter matter, Map<String, CredentialType> types) {
    void lifecycle(String application, Set<String> lifecycles) {
      if (!lifecycles.contains(application + "/" + matter.lifecycle())) {
        problems.add(
            pack.at(matter, "lifecycle"),
            "LINK-51",
            "There is no lifecycle \"" + matter.lifecycle() + "\".",
            "Write lifecycles/" + matter.lifecycle() + ".yaml in the same application.");
      }
    }

    void evidence(Matter.Evidence evidence) {
      if (evidence.credential() != null) {
        type(evidence, evidence.credential());
        evidence.claims().forEach(claim -> claim(evidence, evidence.credential(), claim));
      }
    }

    void outcome(Set<String> questions, Set<String> columns) {
      Matter.Outcome outcome = matter.outcome();
      newFirm(outcome);
      if (outcome.credential() == null) {
        return;
      }
      type(outcome, outcome.credential());
      outcome.claims().keySet().forEach(claim -> claim(outcome, outcome.credential(), claim));
      List<String> named =
          outcome.claims().values().stream()
              .flatMap(source -> OutcomeClaims.sources(source).stream())
              .filter(source -> !elsewhere(source) && !columns.contains(source))
              .toList();
      for (String question : named) {
        if (!questions.contains(question)) {
          problems.add(
              pack.at(outcome, "claims"),
              "LINK-54",
              "There is no question \"" + question + "\"." + problems.nearest(question, questions),
              "Name a question of the matter's form, QUESTION/COLUMN, granted:date, granted:case,"
                  + " assigned:firm-id/PREFIX, outcome:MATTER/CLAIM or fetched:EVIDENCE/CLAIM.");
        }
      }
    }

    private void newFirm(Matter.Outcome outcome) {
      boolean said =
          outcome.credential() != null && outcome.claims().containsKey(outcome.newFirm());
      if (outcome.newFirm() != null && !said) {
        problems.add(
            pack.at(outcome, "new-firm"),
            "LINK-64",
            "The outcome says nothing under \"" + outcome.newFirm() + "\".",
            "Name the claim of its credential that gives the new firm its name.");
      }
    }

    /** Not from the form, and in the right shape. */
    private static boolean elsewhere(String source) {
      return source.equals(OutcomeClaims.GRANTED_DATE)
          || source.equals(OutcomeClaims.GRANTED_CASE)
          || source.matches(OutcomeClaims.ASSIGNED + "[0-9A-Z]{8}")
          || source.matches(OutcomeClaims.FETCHED + "[a-z0-9-]+/[a-z0-9-]+")
          || source.matches(OutcomeClaims.OUTCOME + "[a-z0-9-]+/[a-z0-9-]+");
    }

    private void type(Object stands, String id) {
      if (!types.containsKey(id)) {
        problems.add(
            pack.at(stands, "credential"),
            "LINK-52",
            "There is no credential \"" + id + "\"." + problems.nearest(id, types.keySet()),
            "Name a type of credentials.yaml.");
      }
    }

    private void claim(Object stands, String type, String claim) {
      CredentialType known = types.get(type);
      if (known != null && known.findClaim(claim).isEmpty()) {
        Set<String> claims =
            known.claims().stream()
                .map(CredentialType.Claim::id)
                .collect(Collectors.toCollection(TreeSet::new));
        problems.add(
            pack.at(stands, "claims"),
            "LINK-53",
            "The credential \""
                + type
                + "\" has no claim \""
                + claim
                + "\"."
                + problems.nearest(claim, claims),
            "Name one of: " + String.join(", ", claims) + ".");
      }
    }
  }
}
