package org.yiwang.casework;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiwang.calendar.TimeLimit;
import org.yiwang.pack.Text;

/**
 * One thing being handled (办件), as it stands now. What happened to it is in the journal under
 * {@link #subject()}.
 *
 * @param number e.g. {@code YP-20261122-00318}; what people quote on the telephone
 * @param version counts changes; an action names the version it saw
 * @param position where it stands in its lifecycle
 * @param clocks its times
 * @param about what it is about
 * @param where where it is
 * @param proposedUnit the unit its category points to
 * @param unit the unit it was given to
 * @param holder the account that accepted it in its present step
 * @param origin how it came in
 * @param rating one to five, once rated
 * @param invented true for demo cases
 * @param parent the case it belongs to, when it is an opinion asked of a unit
 */
public record Case(
    String number,
    int version,
    Position position,
    Clocks clocks,
    About about,
    Where where,
    @Nullable String proposedUnit,
    @Nullable String unit,
    @Nullable String holder,
    Origin origin,
    @Nullable Integer rating,
    boolean invented,
    @Nullable Parent parent) {
  private static final String SUBJECT = "case:";

  /**
   * The case that another one belongs to (主办件).
   *
   * @param opinion which of the opinions that the parent's step asks for
   * @param version the parent's version when it was asked; the same for all asked together
   */
  public record Parent(String number, String opinion, int version) {}

  /**
   * @param waiting whether somebody inside has to act
   * @param raisedTo roles it was escalated to in this step
   */
  public record Position(
      String application,
      String lifecycle,
      int lifecycleVersion,
      String step,
      boolean waiting,
      int escalation,
      List<String> raisedTo) {}

  /**
   * @param stepDue when the present step is due, null without a clock
   * @param limit the category's limit in pack words, e.g. {@code 7 working-days}
   * @param due when the whole case is due, once its limit runs
   */
  public record Clocks(
      Instant opened,
      Instant stepSince,
      @Nullable Instant stepDue,
      String limit,
      @Nullable Instant due,
      @Nullable Instant closed) {}

  /** What it is about: category and the reporter's own words. */
  public record About(String category, String group, Text title, String description) {}

  /** Where it is; area and grid are codes of the place module. */
  public record Where(
      String address,
      @Nullable Double lon,
      @Nullable Double lat,
      @Nullable String area,
      @Nullable String grid) {
    public boolean onMap() {
      return lon != null && lat != null;
    }
  }

  /**
   * @param channel web, phone, hotline, import, demo …
   * @param reporter the party that left a contact
   * @param reporterAccount the account it was reported from
   */
  public record Origin(String channel, @Nullable UUID reporter, @Nullable String reporterAccount) {}

  /** The name of this case in the journal. */
  public String subject() {
    return subject(number);
  }

  static String subject(String number) {
    return SUBJECT + number;
  }

  /** The number in such a name; empty for the name of anything else. */
  public static Optional<String> numberIn(String subject) {
    return subject.startsWith(SUBJECT)
        ? Optional.of(subject.substring(SUBJECT.length()))
        : Optional.empty();
  }

  /** The category's time limit. */
  TimeLimit limit() {
    return TimeLimit.parse(clocks.limit());
  }

  /** This case after a change that has been written. */
  Case moved(Standing after) {
    return new Case(
        number,
        version + 1,
        new Position(
            position.application(),
            position.lifecycle(),
            position.lifecycleVersion(),
            after.step(),
            after.waiting(),
            after.escalation(),
            after.raisedTo()),
        new Clocks(
            clocks.opened(),
            after.stepSince(),
            after.stepDue(),
            clocks.limit(),
            after.due(),
            after.closed()),
        about,
        where,
        proposedUnit,
        after.unit(),
        after.holder(),
        origin,
        after.rating(),
        invented,
        parent);
  }

  /** Late: somebody inside has to act and the step's time is over. */
  public boolean late(Instant now) {
    return position.waiting() && clocks.stepDue() != null && clocks.stepDue().isBefore(now);
  }
}
