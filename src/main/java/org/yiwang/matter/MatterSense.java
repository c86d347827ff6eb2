package org.yiwang.matter;

import java.util.List;
import org.yiwang.calendar.TimeLimit;
import org.yiwang.matter.Matter.Channel;
import org.yiwang.matter.Matter.Evidence;
import org.yiwang.matter.Matter.Handling;
import org.yiwang.pack.Defined;
import org.yiwang.pack.PackCheck;
import org.yiwang.pack.PackReading;
import org.yiwang.pack.Problems;

/**
 * MATTER-01 to MATTER-12, and MATTER-22 to MATTER-24: a matter does not contradict itself. These
 * are the consistency rules of the national catalogue, in which the fields depend on each other.
 */
final class MatterSense implements PackCheck {
  @Override
  public void check(PackReading pack, Problems problems) {
    for (Defined<Matter> defined : pack.list(MatterPackPart.MATTERS)) {
      var sense = new Sense(pack, problems, defined.value());
      sense.basis();
      sense.limits();
      sense.outcome();
      sense.ways();
      sense.visits();
      sense.street(defined.application());
      defined.value().evidence().forEach(sense::evidence);
    }
  }

  private record Sense(PackReading pack, Problems problems, Matter matter) {
    private void wrong(String key, String code, String what, String todo) {
      problems.add(pack.at(matter, key), code, what, todo);
    }

    void basis() {
      if (matter.basis().isEmpty()) {
        wrong(
            "basis",
            "MATTER-01",
            "The matter rests on no law.",
            "Name at least one law with its clause under basis.");
      }
      for (Matter.Basis law : matter.basis()) {
        if (law.number() == null && !law.invented()) {
          wrong(
              "basis",
              "MATTER-23",
              "The law \"%s\" has no number.".formatted(law.law().en()),
              "Write the number under which it was promulgated, or invented: true.");
        }
      }
    }

    void limits() {
      var limits = matter.limits();
      if (limits.promised().mayExceed(limits.legal())) {
        wrong(
            "limits",
            "MATTER-02",
            "The promised time %s %s longer than the law allows (%s)."
                .formatted(
                    limits.promised(),
                    limits.promised().exceeds(limits.legal()) ? "is" : "may be",
                    limits.legal()),
            "Promise at most the legal time, best in the same unit.");
      }
      if (matter.handling() == Handling.IMMEDIATE && overADay(limits.promised())) {
        wrong(
            "limits",
            "MATTER-03",
            "A matter decided on the spot cannot promise %s.".formatted(limits.promised()),
            "Promise at most 1 working-days, or write handling: promised.");
      }
    }

    private static boolean overADay(TimeLimit limit) {
      return switch (limit.unit()) {
        case MINUTES -> limit.amount() > 24 * 60;
        case URGENT_HOURS, WORKING_HOURS -> limit.amount() > 24;
        case WORKING_DAYS, CALENDAR_DAYS -> limit.amount() > 1;
      };
    }

    void outcome() {
      boolean certificate = matter.outcome().kind() == Matter.Outcome.Kind.CERTIFICATE;
      if (certificate && matter.outcome().credential() == null) {
        wrong(
            "outcome",
            "MATTER-04",
            "The outcome is a certificate, but no credential is issued.",
            "Name a type of credentials.yaml under outcome.credential.");
      }
      if (matter.outcome().once() && matter.outcome().credential() == null) {
        wrong(
            "outcome",
            "MATTER-22",
            "Nobody may have two of it, but no credential tells whether somebody has one.",
            "Name a type of credentials.yaml under outcome.credential, or take once away.");
      }
      if (matter.kind() == Matter.Kind.BENEFIT && !matter.fees().isEmpty()) {
        wrong("fees", "MATTER-05", "A benefit costs a fee.", "Take the fee away.");
      }
    }

    void ways() {
      List<Channel> channels = matter.channels();
      if (channels.isEmpty()) {
        wrong(
            "channels",
            "MATTER-06",
            "Nobody can apply for it: there is no channel.",
            "Name online, window or postal.");
      }
      if (channels.contains(Channel.WINDOW) && matter.help().window() == null) {
        wrong(
            "channels",
            "MATTER-07",
            "There is a window, but nobody learns where.",
            "Write help.window with address and hours.");
      }
    }

    /** Who handles it depends on a street, so a street has to be asked for. */
    void street(String application) {
      boolean asked =
          pack.list(MatterPackPart.FORMS).stream()
              .filter(form -> form.application().equals(application))
              .filter(form -> form.id().equals(matter.form()))
              .flatMap(form -> form.value().fields())
              .anyMatch(field -> field.kind() == Form.Kind.STREET);
      if (MatterLinks.STREET.equals(matter.delegated()) && !asked) {
        wrong(
            "delegated",
            "MATTER-12",
            "The street's office handles it, but the form asks for no street.",
            "Ask a question of kind street.");
      }
    }

    void visits() {
      if (matter.visits() > 0 && matter.visitsWhy() == null) {
        wrong(
            "visits",
            "MATTER-08",
            "Somebody has to come in person (visits: %d) and is not told why."
                .formatted(matter.visits()),
            "Write visits-why, or visits: 0.");
      }
      if (matter.visits() == 0 && !matter.online() && !matter.channels().contains(Channel.POSTAL)) {
        wrong(
            "visits",
            "MATTER-09",
            "Nobody has to come, yet there is no way from home.",
            "Add online or postal to channels, or count the visits.");
      }
    }

    void evidence(Evidence evidence) {
      if (evidence.optional() && evidence.promise() != null) {
        problems.add(
            pack.at(evidence, "promise"),
            "MATTER-10",
            "A promise stands for \"" + evidence.id() + "\", which may be left out anyway.",
            "Take optional or promise away.");
      }
      if (evidence.credential() != null && evidence.claims().isEmpty()) {
        problems.add(
            pack.at(evidence, "credential"),
            "MATTER-11",
            "Nothing of the credential \"" + evidence.credential() + "\" is asked for.",
            "Name under claims what is needed, and nothing more.");
      }
      TimeLimit counts = evidence.keepFor();
      if (counts != null && (!evidence.keep() || counts.unit() != TimeLimit.Unit.CALENDAR_DAYS)) {
        problems.add(
            pack.at(evidence, "keep-for"),
            "MATTER-24",
            "\"%s\" does not say until which day a kept copy counts.".formatted(evidence.id()),
            "Write keep: true beside it, and the time in calendar-days.");
      }
    }
  }
}
