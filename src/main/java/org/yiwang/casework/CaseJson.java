package org.yiwang.casework;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.pack.Text;

/** A case as programs see it; nothing in it tells who reported. */
record CaseJson(
    String number,
    int version,
    String lifecycle,
    String step,
    Text workingStatus,
    Text publicStatus,
    boolean waiting,
    boolean late,
    List<String> raisedTo,
    String category,
    String group,
    Text title,
    String description,
    String address,
    @Nullable Double lon,
    @Nullable Double lat,
    @Nullable String area,
    @Nullable String grid,
    @Nullable String proposedUnit,
    @Nullable String unit,
    Instant opened,
    @Nullable Instant stepDue,
    @Nullable Instant due,
    @Nullable Instant closed,
    @Nullable Integer rating,
    boolean invented,
    @Nullable String parent,
    List<Offer> actions) {

  /** Writes cases for programs. */
  @Component
  static class Writer {
    private final Lifecycles lifecycles;
    private final DistrictTime time;

    Writer(Lifecycles lifecycles, DistrictTime time) {
      this.lifecycles = lifecycles;
      this.time = time;
    }

    CaseJson write(Case of) {
      return write(of, List.of());
    }

    CaseJson write(Case of, List<Offer> offers) {
      LifecycleDefinition.Step step = lifecycles.stepOf(of);
      Case.Where where = of.where();
      return new CaseJson(
          of.number(),
          of.version(),
          of.position().lifecycle(),
          of.position().step(),
          step.name(),
          step.shown().status(),
          of.position().waiting(),
          of.late(time.instant()),
          of.position().raisedTo(),
          of.about().category(),
          of.about().group(),
          of.about().title(),
          of.about().description(),
          where.address(),
          where.lon(),
          where.lat(),
          where.area(),
          where.grid(),
          of.proposedUnit(),
          of.unit(),
          of.clocks().opened(),
          of.clocks().stepDue(),
          of.clocks().due(),
          of.clocks().closed(),
          of.rating(),
          of.invented(),
          of.parent() == null ? null : of.parent().number(),
          offers);
    }
  }
}
