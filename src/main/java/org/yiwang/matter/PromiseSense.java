package org.yiwang.matter;

import org.yiwang.matter.Matter.Channel;
import org.yiwang.matter.Matter.Evidence;
import org.yiwang.matter.Matter.Missing;
import org.yiwang.matter.Matter.Promise;
import org.yiwang.matter.Matter.Promise.OnBroken;
import org.yiwang.pack.Defined;
import org.yiwang.pack.PackCheck;
import org.yiwang.pack.PackReading;
import org.yiwang.pack.Problems;

/**
 * MATTER-13 to MATTER-18: what is declared about promises, about papers that follow and about what
 * is sent by post can be done.
 */
final class PromiseSense implements PackCheck {
  @Override
  public void check(PackReading pack, Problems problems) {
    for (Defined<Matter> defined : pack.list(MatterPackPart.MATTERS)) {
      var sense = new Sense(pack, problems, defined.value());
      defined.value().evidence().forEach(sense::evidence);
      sense.post(defined.application());
    }
  }

  private record Sense(PackReading pack, Problems problems, Matter matter) {
    void evidence(Evidence evidence) {
      if (evidence.promise() != null) {
        promise(evidence.promise());
      }
      missing(evidence);
    }

    private boolean issues() {
      return matter.outcome().credential() != null;
    }

    private void promise(Promise promise) {
      if (promise.onBroken() != null && !issues()) {
        problems.add(
            pack.at(promise, "on-broken"),
            "MATTER-13",
            "Nothing is issued that could be revoked when the promise is broken.",
            "Name outcome.credential, or take on-broken away.");
      }
      boolean supplement = promise.onBroken() == OnBroken.SUPPLEMENT;
      if (supplement != (promise.supplementWithin() != null)) {
        problems.add(
            pack.at(promise, supplement ? "on-broken" : "supplement-within"),
            "MATTER-14",
            "on-broken: supplement and supplement-within belong together.",
            "Write both, for example supplement-within: 10 working-days.");
      }
    }

    private void missing(Evidence evidence) {
      Missing missing = evidence.missing();
      if (missing != null && evidence.later() == null) {
        problems.add(
            pack.at(evidence, "missing"),
            "MATTER-15",
            "\"" + evidence.id() + "\" may not follow later, so it is never missing.",
            "Write later, or take missing away.");
      }
      if (missing != null && missing.granting() != (missing.then() == Missing.Then.REVOKE)) {
        problems.add(
            pack.at(evidence, "missing"),
            "MATTER-16",
            "What was granted without a paper can only be revoked, and only that can.",
            "Write then: revoke with granting: true, or neither.");
      }
      if (missing != null && missing.granting() && !issues()) {
        problems.add(
            pack.at(evidence, "missing"),
            "MATTER-17",
            "Nothing is issued that could be revoked when the paper never comes.",
            "Name outcome.credential, or take granting away.");
      }
    }

    /** Post needs an address. */
    void post(String application) {
      boolean asked =
          pack.list(MatterPackPart.FORMS).stream()
              .filter(form -> form.application().equals(application))
              .filter(form -> form.id().equals(matter.form()))
              .flatMap(form -> form.value().fields())
              .anyMatch(field -> field.kind().address());
      if (matter.channels().contains(Channel.POSTAL) && !asked) {
        problems.add(
            pack.at(matter, "channels"),
            "MATTER-18",
            "It comes by post, but the form asks for no address.",
            "Ask a question of kind address, or take postal away.");
      }
    }
  }
}
