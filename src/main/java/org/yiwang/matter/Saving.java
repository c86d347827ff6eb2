package org.yiwang.matter;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yiwang.calendar.WorkingCalendar;
import org.yiwang.pack.Text;

/**
 * What a bundle saves against asking for each of its matters by itself on the same site
 * (减填、减材料、减跑动、减时间), counted from the definitions by one rule on both sides: what somebody would
 * have to do. How it was before there was such a site is not known and not counted.
 *
 * @param questions asked now
 * @param questionsBefore asked in all the single forms
 * @param papers to be uploaded, each once; none that is fetched, promised or left out
 * @param papersBefore the same, counted for each matter alone
 * @param visits the most that any of the matters declares, since one visit serves all
 * @param visitsBefore what the matters declare, together
 * @param days of the calendar until all are done in the promised times, each beginning as soon as
 *     those it waits for are done
 * @param daysBefore the same, if each began when the one before was done
 */
public record Saving(
    int questions,
    int questionsBefore,
    int papers,
    int papersBefore,
    int visits,
    int visitsBefore,
    int days,
    int daysBefore) {

  /** What of a bundle is asked for: all of it, or those that the answers led to. */
  record Part(Bundle bundle, List<Matter> members) {}

  static Saving of(Part part, Questions questions, Days days) {
    Set<String> papers = new HashSet<>();
    int papersBefore = 0;
    int visits = 0;
    int visitsBefore = 0;
    for (Matter member : part.members()) {
      List<String> uploads = uploads(member);
      papers.addAll(uploads);
      papersBefore += uploads.size();
      visits = Math.max(visits, member.visits());
      visitsBefore += member.visits();
    }
    return new Saving(
        questions.asked(),
        questions.askedSeparately(),
        papers.size(),
        papersBefore,
        visits,
        visitsBefore,
        days.together(part),
        days.oneByOne(part));
  }

  /**
   * What stands behind a number and what it counts: how it is without the bundle.
   *
   * @param unit the measure word in Chinese
   */
  public static Text against(int now, int before, String unit) {
    return now == before
        ? Text.of("，分开办也一样", ", as when asked for separately")
        : Text.of("，分开办要 " + before + " " + unit, " instead of " + before);
  }

  private static List<String> uploads(Matter matter) {
    return matter.evidence().stream()
        .filter(one -> one.credential() == null && one.promise() == null && !one.optional())
        .map(Matter.Evidence::id)
        .toList();
  }

  /** Counts days from an instant by the district's calendar. */
  record Days(WorkingCalendar calendar, ZoneId zone, Instant from) {
    int oneByOne(Part part) {
      Instant done = from;
      for (Matter member : part.members()) {
        done = done(member, done);
      }
      return until(done);
    }

    /** The longest way through the bundle; whoever waits stands below what it waits for. */
    int together(Part part) {
      Map<String, Instant> done = new HashMap<>();
      for (Matter member : part.members()) {
        Instant begins =
            after(part.bundle(), member).stream()
                .map(waited -> done.getOrDefault(waited, from))
                .max(Instant::compareTo)
                .orElse(from);
        done.put(member.id(), done(member, begins));
      }
      return until(done.values().stream().max(Instant::compareTo).orElse(from));
    }

    private static List<String> after(Bundle bundle, Matter member) {
      return bundle.members().stream()
          .filter(one -> one.matter().equals(member.id()))
          .flatMap(one -> one.after().stream())
          .toList();
    }

    private Instant done(Matter member, Instant begins) {
      return calendar.due(begins, member.limits().promised()).due();
    }

    private int until(Instant done) {
      LocalDate first = LocalDate.ofInstant(from, zone);
      return (int) ChronoUnit.DAYS.between(first, LocalDate.ofInstant(done, zone));
    }
  }
}
