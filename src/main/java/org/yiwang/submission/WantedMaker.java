package org.yiwang.submission;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yiwang.matter.Bundle;
import org.yiwang.matter.Matter;
import org.yiwang.matter.Matters;
import org.yiwang.matter.Questions;
import org.yiwang.matter.Saving;
import org.yiwang.pack.Text;
import org.yiwang.page.RefusedException;

/** Looks up what is applied for. */
@Component
class WantedMaker {
  private final Matters matters;

  WantedMaker(Matters matters) {
    this.matters = matters;
  }

  /**
   * @throws RefusedException MISSING if the district has no such matter or bundle
   */
  Wanted get(Target target) {
    if (target.kind() == Target.Kind.BUNDLE) {
      Bundle bundle =
          matters.findBundle(target.id()).orElseThrow(SubmissionRefusals::matterMissing);
      return wanted(target, bundle.name(), bundle.members(), matters.questions(bundle));
    }
    Matter matter = matters.findMatter(target.id()).orElseThrow(SubmissionRefusals::matterMissing);
    return wanted(
        target,
        matter.name(),
        List.of(new Bundle.Member(matter.id(), null, List.of())),
        matters.questions(List.of(matter)));
  }

  /** What was saved by asking for several matters at once; nothing where it was only one. */
  Optional<Saving> saving(Submission sent, List<SubmissionStore.Part> parts) {
    if (sent.target().kind() != Target.Kind.BUNDLE || parts.size() < 2) {
      return Optional.empty();
    }
    Set<String> asked =
        parts.stream().map(SubmissionStore.Part::matter).collect(Collectors.toSet());
    return matters
        .findBundle(sent.target().id())
        .map(bundle -> matters.saving(bundle, asked, sent.submitted()));
  }

  private Wanted wanted(
      Target target, Text name, List<Bundle.Member> members, Questions questions) {
    Map<String, Matter> byId = new LinkedHashMap<>();
    members.forEach(member -> byId.put(member.matter(), matters.getMatter(member.matter())));
    return new Wanted(target, name, members, byId, questions);
  }
}
