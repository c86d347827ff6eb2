package org.yiwang.casework;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yiwang.calendar.TimeLimit;
import org.yiwang.pack.Text;
import org.yiwang.rule.Condition;

/**
 * {@code lifecycles/<id>.yaml}: the declared graph a case runs on (流程). Cases keep the version they
 * started with.
 *
 * @param version counts up whenever anything but words changes, also when that comes from the
 *     lifecycle that this one extends
 * @param extends_ id of a lifecycle of the same application whose steps and actions this one has,
 *     but for what its file says; the graph read from both is whole
 * @param stages the way as readers see it, in order; the first is done by reporting itself
 * @param start the step a new case enters
 * @param givenAtStart whether the unit that a case points to has it from the start; otherwise
 *     somebody gives it to a unit
 * @param limitRunsFrom entering this step starts the case's own time limit; the start if absent
 */
record LifecycleDefinition(
    String id,
    int version,
    @Nullable String extends_,
    Text name,
    List<Stage> stages,
    String start,
    boolean givenAtStart,
    @Nullable String limitRunsFrom,
    Map<String, Step> steps) {

  /**
   * The step of that id.
   *
   * @throws IllegalArgumentException if the lifecycle has none
   */
  Step step(String id) {
    Step step = steps.get(id);
    if (step == null) {
      throw new IllegalArgumentException("Lifecycle " + this.id + " has no step " + id);
    }
    return step;
  }

  /** One word of the way, drawn on every case page (阶段). */
  record Stage(String id, Text name) {}

  /**
   * A node of the graph (环节): where a case waits for somebody.
   *
   * @param stage the stage it belongs to
   * @param shown what the person who reported reads
   * @param queue roles in whose queue it lies; empty when nobody inside has to act
   * @param within how long it may stay here: a limit, or {@code case} for the case's own
   * @param whenDue the system's action when the time is over; escalations otherwise
   * @param closed whether the case counts as closed here
   * @param granted whether what was asked for has been granted here, so that the outcome is made
   * @param ends whether nothing more can happen
   * @param parallel what several units are asked at the same time while a case is here
   * @param answer in the lifecycle of an opinion: what the unit answered by coming here
   */
  record Step(
      Text name,
      String stage,
      PublicWords shown,
      List<String> queue,
      @Nullable Within within,
      @Nullable String whenDue,
      List<Escalation> escalations,
      boolean closed,
      boolean granted,
      boolean ends,
      @Nullable Parallel parallel,
      @Nullable Answer answer,
      Map<String, Action> actions) {
    /** Whether nobody is awaited here any more, also where a rating may still be given. */
    boolean over() {
      return ends || (closed && within == null && queue.isEmpty());
    }
  }

  /**
   * Opinions asked of several units at the same time (并联审查). When all have answered, the system
   * does one of the step's own actions.
   *
   * @param whenAll the action when nobody refused
   * @param whenAnyRefuses the action when at least one refused; {@code when-all} if absent
   */
  record Parallel(List<Opinion> opinions, String whenAll, @Nullable String whenAnyRefuses) {
    Opinion opinion(String id) {
      return opinions.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    }
  }

  /**
   * What is asked of one or several units, each of which gets a case of its own (意见).
   *
   * @param units ids of units; {@code street} is the street office of the place, {@code chosen} are
   *     those that the officer chooses with the action that leads here
   * @param when the units are asked unless this certainly does not hold for what the case's
   *     application answers; always if absent
   * @param lifecycle id of the lifecycle that an opinion runs on, in the same application
   * @param limit the time each unit has
   * @param silenceIsConsent whether the clock agrees for a unit that says nothing (逾期视为同意)
   * @param late to whom the case that asks is raised when an opinion is late
   */
  record Opinion(
      String id,
      Text name,
      List<String> units,
      @Nullable Condition when,
      String lifecycle,
      TimeLimit limit,
      boolean silenceIsConsent,
      @Nullable Late late) {
    /** The street office of the place. */
    static final String STREET = "street";

    /** Those that the officer chooses. */
    static final String CHOSEN = "chosen";
  }

  /** Who is told that an opinion is late, and in which words. */
  record Late(String to, Text says) {}

  /** What a unit answered (意见结论). */
  enum Answer {
    AGREES,
    /** Agrees if something is done. */
    CONDITIONS,
    REFUSES,
    /** Nobody needs the answer any more. */
    DROPPED
  }

  /** The public status (对外状态) and the sentence beside it. */
  record PublicWords(Text status, Text says) {}

  /**
   * What happens when a case stays too long (升级).
   *
   * @param pastDue how long after the step's due time; at once if absent
   * @param to the role that is told and from now on has it in its queue as well
   */
  record Escalation(@Nullable TimeLimit pastDue, String to, Text says) {}

  /**
   * An edge of the graph (操作).
   *
   * @param name as it is offered, for instance “Return”
   * @param done how the history tells that it was done (经过), for instance “Returned”; the name if
   *     absent
   * @param by roles that may do it; {@code reporter} is whoever reported, {@code system} the clock
   * @param notByActorsOf nobody who acted in one of these steps, or at a counter for the applicant,
   *     may do it
   * @param hold the actor holds the case from now on, as long as it stays in that step
   * @param release nobody holds it any more, although it stays in its step
   * @param once offered only while nobody holds the case
   * @param lowRating where a bad rating leads instead
   * @param tell what the person who reported is told; needed wherever somebody else changes the
   *     public status
   */
  record Action(
      Text name,
      @Nullable Text done,
      String to,
      List<String> by,
      List<String> notByActorsOf,
      @Nullable Asks asks,
      boolean primary,
      boolean hold,
      boolean release,
      boolean once,
      @Nullable LowRating lowRating,
      @Nullable Text tell) {

    /** As the history tells it. Versions kept from before there was {@code done} have the name. */
    Text told() {
      return done == null ? name : done;
    }

    Asks asked() {
      return asks == null ? Asks.NOTHING : asks;
    }
  }

  /** A rating of at most so many stars leads to another step. */
  record LowRating(int atMost, String to) {}

  /**
   * What has to be given with an action; absent means it is not asked.
   *
   * @param address where something is posted to; asked and kept by the module that has the
   *     application, sealed, and never part of the case
   */
  record Asks(
      @Nullable Need note,
      @Nullable Need photos,
      @Nullable Need unit,
      @Nullable Need units,
      @Nullable Need otherCase,
      @Nullable Need rating,
      @Nullable Need address,
      List<Choice> reason) {
    static final Asks NOTHING = new Asks(null, null, null, null, null, null, null, List.of());

    /** Whether anything must be given. */
    boolean required() {
      return !reason.isEmpty()
          || note == Need.REQUIRED
          || photos == Need.REQUIRED
          || unit == Need.REQUIRED
          || units == Need.REQUIRED
          || otherCase == Need.REQUIRED
          || rating == Need.REQUIRED
          || address == Need.REQUIRED;
    }
  }

  /** Whether something asked may be left out. */
  enum Need {
    REQUIRED,
    OPTIONAL
  }

  /** One reason among those that may be given. */
  record Choice(String id, Text name) {}

  /** {@code within: case} or a limit of the step's own. */
  record Within(@Nullable TimeLimit limit) {
    static Within parse(String words) {
      return words.equals("case") ? new Within(null) : new Within(TimeLimit.parse(words));
    }
  }
}
