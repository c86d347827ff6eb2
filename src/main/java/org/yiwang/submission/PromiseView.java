package org.yiwang.submission;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.casework.Case;
import org.yiwang.casework.Cases;
import org.yiwang.casework.Mover;
import org.yiwang.casework.Offer;
import org.yiwang.identity.Viewer;
import org.yiwang.journal.Journal.Sealed;
import org.yiwang.matter.Matter;
import org.yiwang.matter.Matters;
import org.yiwang.pack.Text;
import org.yiwang.page.Page;
import org.yiwang.page.TimelineEntry;
import org.yiwang.page.Tone;

/**
 * A signed promise as whoever signed it sees it.
 *
 * @param matter name of the matter
 * @param next what happens next, or what came out
 * @param check the case that checks it
 * @param draw how the lots fell, for doing it again; null before
 */
record PromiseView(
    SignedPromise promise,
    Text matter,
    String next,
    @Nullable Case check,
    @Nullable Draw draw,
    List<TimelineEntry> history,
    List<Offer> offers) {

  /**
   * How it was drawn.
   *
   * @param number from 0 to 2^32 - 1
   */
  record Draw(Sealed sealed, long number) {}

  /** Draws promises. */
  @Component
  static class Maker {
    private final PromiseStore store;
    private final SubmissionStore submissions;
    private final PartCases.Maker parts;
    private final Matters matters;
    private final Cases cases;

    Maker(
        PromiseStore store,
        SubmissionStore submissions,
        PartCases.Maker parts,
        Matters matters,
        Cases cases) {
      this.store = store;
      this.submissions = submissions;
      this.parts = parts;
      this.matters = matters;
      this.cases = cases;
    }

    PromiseView make(Page page, SignedPromise promise) {
      String number = promise.check();
      Case check = number == null ? null : cases.find(number).orElse(null);
      Text matter = matters.findMatter(promise.matter()).map(Matter::name).orElse(Text.same(""));
      Draw draw =
          store
              .findDraw(promise.id())
              .map(head -> new Draw(head, SpotDraw.number(head, promise.id())))
              .orElse(null);
      return new PromiseView(
          promise,
          matter,
          next(page, promise),
          check,
          draw,
          check == null ? List.of() : history(page, check),
          check == null ? List.of() : cases.offers(check, Mover.reporter(Viewer.anonymous())));
    }

    private String next(Page page, SignedPromise promise) {
      return switch (promise.state()) {
        case STANDS -> stands(page, promise);
        case CHECKING -> page.t("正在核查，结果会通知您。", "It is being checked; you will be told.");
        case CONFIRMED -> page.t("核查属实，不用您做什么。", "It was found true; there is nothing to do.");
        case BROKEN -> broken(page, promise);
        case APPEALED -> page.t("另一位工作人员正在复核。", "Somebody else is looking at it again.");
        case ENDED ->
            page.t(
                "申请没有办成，或已经交了材料，所以不再核查。",
                "The application came to nothing, or the paper itself was given, so it is not checked.");
      };
    }

    private String stands(Page page, SignedPromise promise) {
      Submission sent = submissions.find(promise.submission()).orElseThrow();
      return parts.of(sent).cameToNothing(promise.matter())
          ? page.t("申请没有办成，所以不核查。", "The application came to nothing, so it is not checked.")
          : page.t(
              page.date(promise.due()) + "起核查，结果会通知您。",
              "It is checked from " + page.date(promise.due()) + " on; you will be told.");
    }

    private static String broken(Page page, SignedPromise promise) {
      String bar =
          promise.barredUntil() == null
              ? ""
              : page.t(
                  page.date(promise.barredUntil()) + " 前，这个事项不能再用承诺代替材料。",
                  " Until "
                      + page.date(promise.barredUntil())
                      + " no promise can stand for a paper in this matter.");
      return page.t("核查认为不属实。", "It was found not to be true.") + bar;
    }

    private List<TimelineEntry> history(Page page, Case check) {
      List<TimelineEntry> entries = new ArrayList<>();
      cases.publicHistory(check).forEach(line -> entries.add(PublicTimeline.entry(page, line)));
      Collections.reverse(entries);
      return entries;
    }
  }

  /** Whether lots decided; not where everybody is looked at. */
  boolean byLot() {
    return draw != null && promise.way() != SignedPromise.Way.ALL_ON_SITE;
  }

  Tone tone() {
    return promise.state().tone();
  }
}
