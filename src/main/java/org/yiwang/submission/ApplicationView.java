package org.yiwang.submission;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.yiwang.casework.Case;
import org.yiwang.casework.CaseWay;
import org.yiwang.casework.Cases;
import org.yiwang.casework.Mover;
import org.yiwang.casework.Offer;
import org.yiwang.casework.PublicLine;
import org.yiwang.identity.Viewer;
import org.yiwang.matter.Matter;
import org.yiwang.pack.Text;
import org.yiwang.page.Page;
import org.yiwang.page.Refusals;
import org.yiwang.page.TimelineEntry;
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
    List<Line> lines,
    List<Owed> owed,
    List<SignedPromise> promises) {

  /** Actions of the applicant that have pages of their own. */
  static final Set<String> OWN_PAGE = Set.of(GiveSupplement.ACTION, CorrectAnswers.ACTION);

  /**
   * One matter of it.
   *
   * @param of the case; null while it waits for another matter
   * @param due until when the present step is promised
   * @param weighed what was found when it was weighed for granting on the spot; null where it is
   *     not
   * @param supplement whether something is asked of the applicant now
   * @param correct whether an answer may still be put right
   * @param messages how many were written about it
   * @param mend where an answer is put right that an officer asked about; null if none is
   * @param posting where its paper is posted to; null where none is, or may be asked for
   * @param takenBack why what came out does not count any more
   */
  record Line(
      Matter matter,
      @Nullable Case of,
      String state,
      String says,
      Tone tone,
      @Nullable String due,
      boolean supplement,
      boolean correct,
      int messages,
      @Nullable String mend,
      List<TimelineEntry> history,
      List<Offer> offers,
      @Nullable Posting posting,
      GrantAtOnce.@Nullable Weighed weighed,
      @Nullable UUID credential,
      @Nullable Text takenBack) {
    /** Whether a paper of it can still matter: it is open, or something came out. */
    boolean alive() {
      return of == null || of.clocks().closed() == null || credential != null;
    }

    /** What is offered; at the counter only what an officer may do for the applicant. */
    List<Offer> offers(boolean counter) {
      return offers.stream()
          .filter(offer -> !counter || ActOnApplication.atCounter(offer.id()))
          .toList();
    }

    /** Names the form of an action: several matters on the page may offer the same one. */
    String form(Offer offer) {
      return formOf(offer.id(), of == null ? "" : of.number());
    }
  }

  static String formOf(String action, String number) {
    return action + "-" + number;
  }

  boolean closed() {
    return lines.stream()
        .allMatch(line -> line.of() != null && line.of().clocks().closed() != null);
  }

  /** Draws applications. */
  @Component
  static class Maker {
    private final SubmissionStore store;
    private final PromiseStore promises;
    private final OwedStore owed;
    private final WantedMaker wanted;
    private final Cases cases;
    private final GrantAtOnce grantAtOnce;
    private final ActingWords acting;
    private final MessageStore messages;
    private final Posting.Maker postings;
    private final DraftHelpStore helps;

    Maker(
        SubmissionStore store,
        PromiseStore promises,
        OwedStore owed,
        WantedMaker wanted,
        Cases cases,
        GrantAtOnce grantAtOnce,
        ActingWords acting,
        MessageStore messages,
        Posting.Maker postings,
        DraftHelpStore helps) {
      this.helps = helps;
      this.messages = messages;
      this.postings = postings;
      this.acting = acting;
      this.grantAtOnce = grantAtOnce;
      this.store = store;
      this.promises = promises;
      this.owed = owed;
      this.wanted = wanted;
      this.cases = cases;
    }

    /**
     * The page of an application.
     *
     * @param fresh whether it was sent just now
     */
    ModelAndView show(Page page, Acting.Opened opened, boolean fresh) {
      return drawn(page, opened, fresh, Refusals.none(), HttpStatus.OK)
          .addObject("typed", PostalAddress.NOTHING);
    }

    /** The same, with what was refused. */
    ModelAndView refused(Page page, Acting.Opened opened, Refusals errors) {
      return refused(page, opened, errors, PostalAddress.NOTHING);
    }

    /** The same, with the address that was typed into the form that was refused. */
    ModelAndView refused(Page page, Acting.Opened opened, Refusals errors, PostalAddress typed) {
      int answer = errors.list().getFirst().kind().http();
      return drawn(page, opened, false, errors, HttpStatus.valueOf(answer))
          .addObject("typed", typed);
    }

    private ModelAndView drawn(
        Page page, Acting.Opened opened, boolean fresh, Refusals errors, HttpStatus answer) {
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
          "counter",
          opened.counter(),
          "fresh",
          fresh,
          "helped",
          !helps.listOf(view.sent().id()).isEmpty(),
          "errors",
          errors);
    }

    ApplicationView make(Page page, Submission sent) {
      Wanted what = wanted.get(sent.target());
      List<Line> lines = new ArrayList<>();
      Map<String, GrantAtOnce.Weighed> weighed = grantAtOnce.findWeighed(sent);
      List<SignedPromise> signed = promises.listOf(sent.id());
      List<Owed> all = owed.list(sent.id());
      Map<String, Text> reasons = reasons(signed, all);
      for (Part part : what.inOrder(store.listParts(sent.id()))) {
        Told told = new Told(sent, weighed.get(String.valueOf(part.number())), reasons);
        lines.add(line(page, what, part, told));
      }
      long done =
          lines.stream().filter(l -> l.of() != null && l.of().clocks().closed() != null).count();
      boolean alive = lines.stream().anyMatch(Line::alive);
      List<Owed> later = all.stream().filter(one -> alive || !one.open()).toList();
      boolean asked = lines.stream().anyMatch(line -> line.supplement() || line.mend() != null);
      boolean awaited = later.stream().anyMatch(Owed::open);
      return new ApplicationView(
          sent,
          what.name(),
          acting.of(page, sent),
          awaited && !asked
              ? page.t("有材料待补交", "A paper is to follow")
              : state(page, lines, done, asked),
          asked || awaited ? Tone.SOON : done == lines.size() ? Tone.DONE : Tone.RUN,
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

    private static String state(Page page, List<Line> lines, long done, boolean asked) {
      if (asked) {
        return page.t("请您补正", "Something is needed from you");
      }
      if (lines.size() == 1) {
        return lines.getFirst().state();
      }
      return page.t(
          "%d 项中已办好 %d 项".formatted(lines.size(), done),
          "%d of %d done".formatted(done, lines.size()));
    }

    /** What was told of one matter beside its case. */
    private record Told(
        Submission sent, GrantAtOnce.@Nullable Weighed weighed, Map<String, Text> reasons) {}

    private Line line(Page page, Wanted what, Part part, Told told) {
      Matter matter = what.matter(part.matter());
      Case of = part.number() == null ? null : cases.find(part.number()).orElse(null);
      if (of == null) {
        return waiting(page, what, matter, part);
      }
      CaseWay way = cases.way(of);
      List<Offer> offers = cases.offers(of, Mover.reporter(Viewer.anonymous()));
      boolean asked = offers(offers, GiveSupplement.ACTION);
      List<Message> written = messages.list(of.subject());
      return new Line(
          matter,
          of,
          page.t(way.publicStatus()),
          page.t(way.publicSays()),
          asked ? Tone.SOON : of.clocks().closed() == null ? Tone.RUN : Tone.DONE,
          of.clocks().stepDue() == null || of.clocks().closed() != null
              ? null
              : page.dateTime(of.clocks().stepDue()),
          asked,
          offers(offers, CorrectAnswers.ACTION),
          written.size(),
          offers(offers, CorrectAnswers.ACTION) ? mend(told.sent(), of, written) : null,
          history(page, told.sent(), of),
          offers.stream().filter(offer -> !OWN_PAGE.contains(offer.id())).toList(),
          posting(of, told.sent(), offers),
          told.weighed(),
          part.credential(),
          part.takenBack() == null ? null : told.reasons().get(part.takenBack()));
    }

    private static boolean offers(List<Offer> offers, String action) {
      return offers.stream().anyMatch(offer -> offer.id().equals(action));
    }

    private static Line waiting(Page page, Wanted what, Matter matter, Part part) {
      List<String> names =
          part.waitsFor().stream().map(id -> page.t(what.matter(id).name())).toList();
      String after = String.join(page.t("、", ", "), names);
      return new Line(
          matter,
          null,
          page.t("等候中", "Waiting"),
          page.t(
              "“" + after + "”办好后自动开始，不用您做什么。",
              "It begins by itself when “" + after + "” is done."),
          Tone.PLAIN,
          null,
          false,
          false,
          0,
          null,
          List.of(),
          List.of(),
          null,
          null,
          null,
          null);
    }

    /** Asked for only where the case has come to its outcome: before, nothing is posted. */
    private @Nullable Posting posting(Case of, Submission sent, List<Offer> offers) {
      boolean asked = offers.stream().anyMatch(offer -> offer.address().yes());
      if (!asked && of.clocks().closed() == null) {
        return null;
      }
      Posting posting = postings.of(of, sent, wanted.get(Target.matter(of.about().category())));
      return asked || posting.kept() != null ? posting : null;
    }

    private static @Nullable String mend(Submission sent, Case of, List<Message> written) {
      return written.stream()
          .filter(Message::toMend)
          .map(one -> "/applications/" + sent.id() + "/" + of.number() + "/mend/" + one.id())
          .findFirst()
          .orElse(null);
    }

    private List<TimelineEntry> history(Page page, Submission sent, Case of) {
      List<TimelineEntry> entries = new ArrayList<>();
      for (PublicLine line : cases.publicHistory(of)) {
        entries.add(entry(page, line));
      }
      Text counter = acting.counter(sent);
      if (counter != null) {
        entries.addFirst(
            new TimelineEntry(
                page.t("窗口代收", "At the counter"),
                null,
                page.dateTime(sent.submitted()),
                page.t(counter),
                List.of(),
                null,
                Tone.PLAIN));
      }
      Collections.reverse(entries);
      return entries;
    }

    static TimelineEntry entry(Page page, PublicLine line) {
      return new TimelineEntry(
          page.t(line.publicStatus()),
          null,
          page.dateTime(line.at()),
          words(page, line),
          List.of(),
          null,
          Tone.PLAIN);
    }

    private static @Nullable String words(Page page, PublicLine line) {
      List<String> words = new ArrayList<>();
      if (line.says() != null) {
        words.add(page.t(line.says()));
      }
      if (line.because() != null) {
        words.add(page.t(line.because()));
      }
      if (line.note() != null) {
        words.add(line.note());
      }
      return words.isEmpty() ? null : String.join(" ", words);
    }
  }
}
