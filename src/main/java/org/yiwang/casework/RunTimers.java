package org.yiwang.casework;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.casework.LifecycleDefinition.Escalation;
import org.yiwang.casework.LifecycleDefinition.Step;
import org.yiwang.journal.Journal;

/** Does what lifecycles declare for cases whose time is over: escalates, or acts by itself. */
@Component
class RunTimers {
  /** One transaction's worth; the caller comes back while there is more. */
  static final int BATCH = 100;

  /** How long a case whose timer failed is left alone, so that it never holds up the others. */
  static final Duration AGAIN = Duration.ofHours(1);

  private static final Logger log = LoggerFactory.getLogger(RunTimers.class);

  private final Lifecycles lifecycles;
  private final CaseStore store;
  private final StepClock clock;
  private final ActOnCase actOnCase;
  private final RaiseLateOpinion raiseLateOpinion;
  private final Journal journal;
  private final DistrictTime time;
  private final ApplicationEventPublisher happenings;
  private final TransactionTemplate each;

  RunTimers(
      Lifecycles lifecycles,
      CaseStore store,
      StepClock clock,
      ActOnCase actOnCase,
      RaiseLateOpinion raiseLateOpinion,
      Journal journal,
      DistrictTime time,
      ApplicationEventPublisher happenings,
      PlatformTransactionManager transactions) {
    this.lifecycles = lifecycles;
    this.store = store;
    this.clock = clock;
    this.actOnCase = actOnCase;
    this.raiseLateOpinion = raiseLateOpinion;
    this.journal = journal;
    this.time = time;
    this.happenings = happenings;
    this.each = new TransactionTemplate(transactions);
    this.each.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
  }

  /** Handles one batch; returns how many cases it handled. */
  @Transactional
  int run() {
    Instant now = time.instant();
    List<Case> due = store.lockDue(now, BATCH);
    due.forEach(of -> handleOrPostpone(of, now));
    List<Case> children = store.lockDueChildren(now, BATCH);
    children.forEach(of -> handleOrPostpone(of, now));
    int handled = due.size() + children.size();
    if (handled > 0) {
      log.debug("The clock moved {} cases", handled);
    }
    return handled;
  }

  private void handleOrPostpone(Case of, Instant now) {
    try {
      each.executeWithoutResult(savepoint -> handle(of));
    } catch (RuntimeException failed) {
      log.warn("The timer of {} failed and is tried again in an hour", of.number(), failed);
      store.postpone(of, now.plus(AGAIN));
    }
  }

  private void handle(Case of) {
    Step step = lifecycles.stepOf(of);
    if (step.whenDue() != null) {
      actOnCase.act(
          new Move(of.number(), of.version(), step.whenDue(), Move.Given.NOTHING), Mover.program());
    } else {
      escalate(of, step);
    }
  }

  private void escalate(Case of, Step step) {
    int level = of.position().escalation();
    Escalation escalation = step.escalations().get(level);
    List<String> raisedTo = new ArrayList<>(of.position().raisedTo());
    if (!raisedTo.contains(escalation.to())) {
      raisedTo.add(escalation.to());
    }
    Standing raised =
        Standing.of(of, null)
            .raised(raisedTo, clock.nextTimer(step, of.clocks().stepDue(), level + 1));
    if (store.move(of, raised)) {
      journal.append(CaseEntries.escalated(of, escalation));
      if (of.parent() != null && level == 0) {
        raiseLateOpinion.raise(of, of.parent());
      }
      happenings.publishEvent(
          new CaseEscalated(of.moved(raised), escalation.to(), escalation.says()));
    }
  }
}
