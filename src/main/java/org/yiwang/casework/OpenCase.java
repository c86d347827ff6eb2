package org.yiwang.casework;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.journal.Journal;

/** Opens a case at the start of its lifecycle. */
@Component
class OpenCase {
  private final Lifecycles lifecycles;
  private final StepClock clock;
  private final CaseStore store;
  private final PhotoStore photos;
  private final CaseNumbers numbers;
  private final Journal journal;
  private final DistrictTime time;
  private final ApplicationEventPublisher happenings;

  OpenCase(
      Lifecycles lifecycles,
      StepClock clock,
      CaseStore store,
      PhotoStore photos,
      CaseNumbers numbers,
      Journal journal,
      DistrictTime time,
      ApplicationEventPublisher happenings) {
    this.lifecycles = lifecycles;
    this.clock = clock;
    this.store = store;
    this.photos = photos;
    this.numbers = numbers;
    this.journal = journal;
    this.time = time;
    this.happenings = happenings;
  }

  /** The new case; the one already there if its external key is known. */
  @Transactional
  Case open(NewCase command) {
    return open(command, null);
  }

  /** An opinion is with its unit from the start, and its clock runs from the start. */
  @Transactional
  Case open(NewCase command, Case.@Nullable Parent parent) {
    LifecycleDefinition graph = lifecycles.newest(command.application(), command.lifecycle());
    Standing start = clock.start(graph, command.limit(), time.instant());
    Standing given = graph.givenAtStart() || parent != null ? given(command, start) : start;
    Optional<Case> written = store.insert(numbers.next(), command, given, parent);
    if (written.isEmpty()) {
      return store.findByExternalKey(String.valueOf(command.externalKey())).orElseThrow();
    }
    Case opened = written.get();
    photos.bind(command.photos(), opened.number());
    journal.append(CaseEntries.opened(opened, command));
    happenings.publishEvent(new CaseMoved(opened, "opened", "", null, null, null));
    return opened;
  }

  private static Standing given(NewCase command, Standing start) {
    return start.with(new Standing.People(command.proposedUnit(), null, null));
  }
}
