package org.yiwang.submission;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
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
import org.yiwang.page.TimelineEntry;
import org.yiwang.page.Tone;
import org.yiwang.submission.SubmissionStore.Part;

/**
 * One matter of an application as its applicant sees it (申请里的一项).
 *
 * @param of the case; null while it waits for another matter
 * @param due until when the present step is promised
 * @param weighed what was found when it was weighed for granting on the spot; null where it is not
 * @param needed what is asked of the applicant now
 * @param correct whether an answer may still be put right
 * @param messages how many were written about it
 * @param mend where an answer is put right that an officer asked about, after the address of the
 *     application; null if none is
 * @param told what the applicant was told of it, the oldest first
 * @param posting where its paper is posted to; null where none is, or may be asked for
 * @param never whether it does not begin, since what it waits for was not granted
 * @param takenBack why what came out does not count any more
 */
record ApplicationLine(
    Matter matter,
    @Nullable Case of,
    String state,
    String says,
    Tone tone,
    @Nullable String due,
    List<GiveSupplement.Needed> needed,
    boolean correct,
    int messages,
    @Nullable String mend,
    List<PublicLine> told,
    List<TimelineEntry> history,
    List<Offer> offers,
    @Nullable Posting posting,
    GrantAtOnce.@Nullable Weighed weighed,
    boolean granted,
    boolean never,
    @Nullable UUID credential,
    @Nullable Text takenBack) {
  /** What is offered; at the counter only what an officer may do for the applicant. */
  List<Offer> offers(boolean counter) {
    return offers.stream()
        .filter(offer -> !counter || ActOnApplication.atCounter(offer.id()))
        .toList();
  }

  /** Names the form of an action: several matters on the page may offer the same one. */
  String form(Offer offer) {
    return ApplicationView.formOf(offer.id(), of == null ? "" : of.number());
  }

  /** Whether nothing more is done about it. */
  boolean ended() {
    return of == null ? never : of.clocks().closed() != null;
  }

  /**
   * Why it was not granted, in the officer's words: what the applicant needs first, so it does not
   * stand in the history alone.
   */
  Optional<PublicLine> why() {
    return of != null && of.clocks().closed() != null && !granted
        ? told.reversed().stream()
            .filter(line -> !line.own() || line.rating() == null)
            .findFirst()
            .filter(line -> !line.own() && (line.note() != null || line.because() != null))
        : Optional.empty();
  }

  /** Whether something is asked of the applicant now. */
  boolean supplement() {
    return !needed.isEmpty();
  }

  /** Where its card begins on the page. */
  String anchor() {
    return "matter-" + matter.id();
  }

  /** Draws one matter of an application. */
  @Component
  static class Maker {
    private final Cases cases;
    private final WantedMaker wanted;
    private final ActingWords acting;
    private final MessageStore messages;
    private final Posting.Maker postings;
    private final GiveSupplement giveSupplement;

    Maker(
        Cases cases,
        WantedMaker wanted,
        ActingWords acting,
        MessageStore messages,
        Posting.Maker postings,
        GiveSupplement giveSupplement) {
      this.giveSupplement = giveSupplement;
      this.cases = cases;
      this.wanted = wanted;
      this.acting = acting;
      this.messages = messages;
      this.postings = postings;
    }

    /** What was told of one matter beside its case. */
    record Told(
        Submission sent,
        @Nullable Case of,
        boolean never,
        GrantAtOnce.@Nullable Weighed weighed,
        Map<String, Text> reasons) {}

    ApplicationLine line(Page page, Wanted what, Part part, Told told) {
      Matter matter = what.matter(part.matter());
      Case of = told.of();
      if (of == null) {
        return waiting(page, what, part, told.never());
      }
      CaseWay way = cases.way(of);
      List<Offer> offers = cases.offers(of, Mover.reporter(Viewer.anonymous()));
      boolean asked = offers(offers, GiveSupplement.ACTION);
      List<Message> written = messages.list(of.subject());
      List<PublicLine> history = cases.publicHistory(of);
      return new ApplicationLine(
          matter,
          of,
          page.t(way.publicStatus()),
          page.t(way.publicSays()),
          asked ? Tone.SOON : tone(of, part),
          of.clocks().stepDue() == null || of.clocks().closed() != null
              ? null
              : page.dateTime(of.clocks().stepDue()),
          asked ? giveSupplement.listNeeded(told.sent(), of) : List.of(),
          offers(offers, CorrectAnswers.ACTION),
          written.size(),
          offers(offers, CorrectAnswers.ACTION) ? mend(of, written) : null,
          history,
          history(page, told.sent(), history),
          offers.stream().filter(offer -> !ApplicationView.OWN_PAGE.contains(offer.id())).toList(),
          posting(of, told.sent(), offers),
          told.weighed(),
          part.granted() != null,
          false,
          part.credential(),
          part.takenBack() == null ? null : told.reasons().get(part.takenBack()));
    }

    /** Not granted never looks like done. */
    private static Tone tone(Case of, Part part) {
      if (of.clocks().closed() == null) {
        return Tone.RUN;
      }
      return part.granted() == null ? Tone.PLAIN : Tone.DONE;
    }

    private static boolean offers(List<Offer> offers, String action) {
      return offers.stream().anyMatch(offer -> offer.id().equals(action));
    }

    private static ApplicationLine waiting(Page page, Wanted what, Part part, boolean never) {
      List<String> names =
          part.waitsFor().stream().map(id -> page.t(what.matter(id).name())).toList();
      String after = String.join(page.t("、", ", "), names);
      return new ApplicationLine(
          what.matter(part.matter()),
          null,
          never ? page.t("没有开始", "Not begun") : page.t("等候中", "Waiting"),
          never
              ? page.t("“" + after + "”没有办成。", "“" + after + "” was not granted.")
              : page.t(
                  "“" + after + "”办好后自动开始，不用您做什么。",
                  "It begins by itself when “" + after + "” is done."),
          Tone.PLAIN,
          null,
          List.of(),
          false,
          0,
          null,
          List.of(),
          List.of(),
          List.of(),
          null,
          null,
          false,
          never,
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

    private static @Nullable String mend(Case of, List<Message> written) {
      return written.stream()
          .filter(Message::toMend)
          .map(one -> "/" + of.number() + "/mend/" + one.id())
          .findFirst()
          .orElse(null);
    }

    private List<TimelineEntry> history(Page page, Submission sent, List<PublicLine> told) {
      List<TimelineEntry> entries = new ArrayList<>();
      for (PublicLine line : told) {
        entries.add(PublicTimeline.entry(page, line));
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
  }
}
