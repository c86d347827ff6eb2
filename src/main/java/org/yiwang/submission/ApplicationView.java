package org.yiwang.submission;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.yiwang.credential.Credentials;
import org.yiwang.identity.Viewer;
import org.yiwang.pack.Text;
import org.yiwang.page.Page;
import org.yiwang.page.Refusals;
import org.yiwang.page.Tone;
import org.yiwang.submission.SubmissionStore.Part;

/**
 * One application as its applicant sees it: all cases of it under one roof.
 *
 * @param by who sent it for whom; null if the party itself did
 * @param state in a word, for lists
 * @param owed papers that are to follow, or were
 * @param promises that were signed with it
 */
record ApplicationView(
    Submission sent,
    Text name,
    @Nullable String by,
    String state,
    Tone tone,
    List<ApplicationLine> lines,
    List<Owed> owed,
    List<SignedPromise> promises) {

  /** Actions of the applicant that have pages of their own. */
  static final Set<String> OWN_PAGE = Set.of(GiveSupplement.ACTION, CorrectAnswers.ACTION);

  static String formOf(String action, String number) {
    return action + "-" + number;
  }

  boolean closed() {
    return lines.stream().allMatch(ApplicationLine::ended);
  }

  /** Whether nothing is checked of a promise, since what it was given for came to nothing. */
  boolean pointless(SignedPromise promise) {
    return promise.state() == SignedPromise.State.STANDS
        && lines.stream()
            .anyMatch(
                line ->
                    line.matter().id().equals(promise.matter()) && line.ended() && !line.granted());
  }

  /** Draws applications. */
  @Component
  static class Maker {
    private final SubmissionStore store;
    private final PromiseStore promises;
    private final OwedStore owed;
    private final WantedMaker wanted;
    private final PartCases.Maker partCases;
    private final GrantAtOnce grantAtOnce;
    private final ActingWords acting;
    private final ApplicationLine.Maker lineMaker;
    private final BundleOverview.Maker overviews;
    private final DraftHelpStore helps;
    private final Credentials credentials;

    Maker(
        SubmissionStore store,
        PromiseStore promises,
        OwedStore owed,
        WantedMaker wanted,
        PartCases.Maker partCases,
        GrantAtOnce grantAtOnce,
        ActingWords acting,
        ApplicationLine.Maker lineMaker,
        BundleOverview.Maker overviews,
        DraftHelpStore helps,
        Credentials credentials) {
      this.credentials = credentials;
      this.helps = helps;
      this.lineMaker = lineMaker;
      this.overviews = overviews;
      this.acting = acting;
      this.grantAtOnce = grantAtOnce;
      this.store = store;
      this.promises = promises;
      this.owed = owed;
      this.wanted = wanted;
      this.partCases = partCases;
    }

    /**
     * The page of an application.
     *
     * @param fresh whether it was sent just now
     */
    ModelAndView show(Page page, Opened opened, boolean fresh) {
      return drawn(page, opened, fresh, Refusals.none(), HttpStatus.OK)
          .addObject("typed", PostalAddress.NOTHING);
    }

    /** The same, with what was refused. */
    ModelAndView refused(Page page, Opened opened, Refusals errors) {
      return refused(page, opened, errors, PostalAddress.NOTHING);
    }

    /** The same, with the address that was typed into the form that was refused. */
    ModelAndView refused(Page page, Opened opened, Refusals errors, PostalAddress typed) {
      int answer = errors.list().getFirst().kind().http();
      return drawn(page, opened, false, errors, HttpStatus.valueOf(answer))
          .addObject("typed", typed);
    }

    private ModelAndView drawn(
        Page page, Opened opened, boolean fresh, Refusals errors, HttpStatus answer) {
      ApplicationView view = make(page, opened.sent());
      return page.view(
          answer,
          "submission/application",
          view.name(),
          "view",
          view,
          "saved",
          store.getSavings(view.sent().id()),
          "bundle",
          wanted.saving(view.sent(), store.listParts(view.sent().id())),
          "overview",
          overviews.make(page, view),
          "counter",
          opened.counter(),
          "readable",
          readable(view, opened.viewer()),
          "fresh",
          fresh,
          "helped",
          !helps.listOf(view.sent().id()).isEmpty(),
          "errors",
          errors);
    }

    /** What came out of it that the viewer may open: all of one's own, not all under a mandate. */
    private Set<UUID> readable(ApplicationView view, Viewer viewer) {
      return view.lines().stream()
          .map(ApplicationLine::credential)
          .filter(Objects::nonNull)
          .filter(id -> credentials.mayRead(viewer, id))
          .collect(Collectors.toSet());
    }

    ApplicationView make(Page page, Submission sent) {
      Wanted what = wanted.get(sent.target());
      List<ApplicationLine> lines = new ArrayList<>();
      Map<String, GrantAtOnce.Weighed> weighed = grantAtOnce.findWeighed(sent);
      List<SignedPromise> signed = promises.listOf(sent.id());
      List<Owed> all = owed.list(sent.id());
      Map<String, Text> reasons = reasons(signed, all);
      PartCases parts = partCases.of(what.inOrder(store.listParts(sent.id())));
      for (Part part : parts.all()) {
        var told =
            new ApplicationLine.Maker.Told(
                sent,
                parts.cases().get(part.matter()),
                parts.never().contains(part.matter()),
                weighed.get(String.valueOf(part.number())),
                reasons);
        lines.add(lineMaker.line(page, what, part, told));
      }
      List<Owed> later =
          all.stream().filter(one -> !one.open() || partCases.awaits(parts, one)).toList();
      boolean asked = lines.stream().anyMatch(line -> line.supplement() || line.mend() != null);
      boolean awaited = later.stream().anyMatch(Owed::open);
      return new ApplicationView(
          sent,
          what.name(),
          acting.of(page, sent),
          awaited && !asked ? page.t("有材料待补交", "A paper is to follow") : state(page, lines, asked),
          asked || awaited ? Tone.SOON : tone(lines),
          lines,
          later,
          signed);
    }

    /** Why something may have been taken back, in words. */
    private static Map<String, Text> reasons(List<SignedPromise> signed, List<Owed> later) {
      Map<String, Text> reasons = new HashMap<>();
      later.forEach(one -> reasons.put(one.subject(), MissPaper.why(one)));
      signed.forEach(one -> reasons.put(one.subject(), FollowChecks.why(one)));
      return reasons;
    }

    private static String state(Page page, List<ApplicationLine> lines, boolean asked) {
      if (asked) {
        return page.t("请您补正", "Something is needed from you");
      }
      if (lines.size() == 1) {
        return lines.getFirst().state();
      }
      long failed = failed(lines);
      long done = lines.stream().filter(ApplicationLine::ended).count() - failed;
      return page.t(
              "%d 项中已办好 %d 项".formatted(lines.size(), done),
              "%d of %d done".formatted(done, lines.size()))
          + (failed == 0
              ? ""
              : page.t("，%d 项没有办成".formatted(failed), ", %d not granted".formatted(failed)));
    }

    private static Tone tone(List<ApplicationLine> lines) {
      if (!lines.stream().allMatch(ApplicationLine::ended)) {
        return Tone.RUN;
      }
      return failed(lines) == 0 ? Tone.DONE : Tone.PLAIN;
    }

    private static long failed(List<ApplicationLine> lines) {
      return lines.stream().filter(line -> line.ended() && !line.granted()).count();
    }
  }
}
