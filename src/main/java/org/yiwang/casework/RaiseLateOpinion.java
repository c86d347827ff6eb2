package org.yiwang.casework;

import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.yiwang.casework.LifecycleDefinition.Late;
import org.yiwang.casework.LifecycleDefinition.Parallel;
import org.yiwang.casework.LifecycleDefinition.Step;
import org.yiwang.journal.Journal;

/**
 * Raises the case that asked when an opinion is late (意见逾期): to whom the lifecycle says, once for
 * each role. It is no rung of the case's own ladder of escalations.
 */
@Component
class RaiseLateOpinion {
  private final Lifecycles lifecycles;
  private final CaseStore store;
  private final StepClock clock;
  private final Journal journal;
  private final ApplicationEventPublisher happenings;

  RaiseLateOpinion(
      Lifecycles lifecycles,
      CaseStore store,
      StepClock clock,
      Journal journal,
      ApplicationEventPublisher happenings) {
    this.lifecycles = lifecycles;
    this.store = store;
    this.clock = clock;
    this.journal = journal;
    this.happenings = happenings;
  }

  void raise(Case child, Case.Parent bond) {
    Case parent = store.find(bond.number()).orElseThrow();
    Step step = lifecycles.stepOf(parent);
    Parallel parallel = step.parallel();
    Late late = parallel == null ? null : parallel.opinion(bond.opinion()).late();
    if (late == null || parent.position().raisedTo().contains(late.to())) {
      return;
    }
    List<String> raisedTo = new ArrayList<>(parent.position().raisedTo());
    raisedTo.add(late.to());
    Case.Clocks clocks = parent.clocks();
    Standing raised =
        Standing.of(parent, clock.nextTimer(step, clocks.stepDue(), parent.position().escalation()))
            .told(raisedTo);
    if (store.move(parent, raised)) {
      journal.append(CaseEntries.opinionLate(parent, child, late));
      happenings.publishEvent(new CaseEscalated(parent.moved(raised), late.to(), late.says()));
    }
  }
}
