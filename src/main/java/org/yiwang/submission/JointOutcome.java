package org.yiwang.submission;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.casework.Case;
import org.yiwang.casework.Offer;
import org.yiwang.casework.PublicLine;
import org.yiwang.identity.Unit;
import org.yiwang.identity.Units;
import org.yiwang.pack.Text;
import org.yiwang.page.Page;
import org.yiwang.page.Tone;

/**
 * What came out of one matter of a bundle (联合结果的一项).
 *
 * @param granted whether it was granted and still counts
 * @param outcome what came out, by name; null where nothing did
 * @param credential that was issued
 * @param unit that decided, by name
 * @param why it was refused, or taken back, in the words that the applicant was told
 * @param ways what the applicant can still do about it, each with its place on the page
 */
record JointOutcome(
    String matter,
    String state,
    Tone tone,
    boolean granted,
    @Nullable String outcome,
    @Nullable UUID credential,
    @Nullable String unit,
    List<String> why,
    List<Offer> ways,
    String anchor) {

  /** Makes them from the lines of an application. */
  @Component
  static class Maker {
    private final Units units;

    Maker(Units units) {
      this.units = units;
    }

    List<JointOutcome> list(Page page, List<ApplicationLine> lines) {
      return lines.stream()
          .map(line -> line.granted() ? granted(page, line) : failed(page, line))
          .toList();
    }

    private JointOutcome granted(Page page, ApplicationLine line) {
      Text why = line.takenBack();
      boolean counts = why == null;
      return new JointOutcome(
          page.t(line.matter().name()),
          counts ? page.t("办好", "Granted") : page.t("已注销", "Revoked"),
          counts ? Tone.DONE : Tone.LATE,
          counts,
          page.t(line.matter().outcome().name()),
          line.credential(),
          unit(page, line.of()),
          why == null ? List.of() : List.of(page.t(why)),
          List.of(),
          line.anchor());
    }

    private JointOutcome failed(Page page, ApplicationLine line) {
      return new JointOutcome(
          page.t(line.matter().name()),
          line.state(),
          Tone.PLAIN,
          false,
          null,
          null,
          unit(page, line.of()),
          line.of() == null ? List.of(line.says()) : why(page, line.told()),
          line.offers().stream().filter(offer -> !offer.rating().yes()).toList(),
          line.anchor());
    }

    private @Nullable String unit(Page page, @Nullable Case of) {
      return Optional.ofNullable(of)
          .map(Case::unit)
          .flatMap(units::findUnit)
          .map(Unit::name)
          .map(page::t)
          .orElse(null);
    }

    /** The last that the office said with a reason; else the last that was said at all. */
    private static List<String> why(Page page, List<PublicLine> told) {
      return told.reversed().stream()
          .filter(line -> line.because() != null || line.note() != null)
          .findFirst()
          .or(() -> told.reversed().stream().findFirst())
          .map(line -> PublicTimeline.sentences(page, line))
          .orElse(List.of());
    }
  }
}
