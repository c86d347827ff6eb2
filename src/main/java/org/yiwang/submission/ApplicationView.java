package org.yiwang.submission;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
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
 * One application as its applicant sees it: all cases of it under one roof.
 *
 * @param state in a word, for lists
 */
record ApplicationView(Submission sent, Text name, String state, Tone tone, List<Line> lines) {

  /**
   * One matter of it.
   *
   * @param of the case; null while it waits for another matter
   * @param due until when the present step is promised
   * @param weighed what was found when it was weighed for granting on the spot; null where it is
   *     not
   * @param supplement whether something is asked of the applicant now
   */
  record Line(
      Matter matter,
      @Nullable Case of,
      String state,
      String says,
      Tone tone,
      @Nullable String due,
      boolean supplement,
      List<TimelineEntry> history,
      List<Offer> offers,
      GrantAtOnce.@Nullable Weighed weighed,
      @Nullable UUID credential) {
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
  @Component("applicationViews")
  static class Maker {
    private final SubmissionStore store;
    private final WantedMaker wanted;
    private final Cases cases;
    private final GrantAtOnce grantAtOnce;

    Maker(SubmissionStore store, WantedMaker wanted, Cases cases, GrantAtOnce grantAtOnce) {
      this.grantAtOnce = grantAtOnce;
      this.store = store;
      this.wanted = wanted;
      this.cases = cases;
    }

    ApplicationView make(Page page, Submission sent) {
      Wanted what = wanted.get(sent.target());
      List<Line> lines = new ArrayList<>();
      Map<String, GrantAtOnce.Weighed> weighed = grantAtOnce.findWeighed(sent);
      for (Part part : what.inOrder(store.listParts(sent.id()))) {
        lines.add(line(page, what, part, weighed.get(String.valueOf(part.number()))));
      }
      long done =
          lines.stream().filter(l -> l.of() != null && l.of().clocks().closed() != null).count();
      boolean asked = lines.stream().anyMatch(Line::supplement);
      return new ApplicationView(
          sent,
          what.name(),
          state(page, lines, done, asked),
          asked ? Tone.SOON : done == lines.size() ? Tone.DONE : Tone.RUN,
          lines);
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

    private Line line(Page page, Wanted what, Part part, GrantAtOnce.@Nullable Weighed weighed) {
      Matter matter = what.matter(part.matter());
      Case of = part.number() == null ? null : cases.find(part.number()).orElse(null);
      if (of == null) {
        return waiting(page, what, matter, part);
      }
      CaseWay way = cases.way(of);
      List<Offer> offers = cases.offers(of, Mover.reporter(Viewer.anonymous()));
      boolean asked = offers.stream().anyMatch(offer -> offer.id().equals(GiveSupplement.ACTION));
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
          history(page, of),
          offers.stream().filter(offer -> !offer.id().equals(GiveSupplement.ACTION)).toList(),
          weighed,
          part.credential());
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
          List.of(),
          List.of(),
          null,
          null);
    }

    private List<TimelineEntry> history(Page page, Case of) {
      List<TimelineEntry> entries = new ArrayList<>();
      for (PublicLine line : cases.publicHistory(of)) {
        entries.add(
            new TimelineEntry(
                page.t(line.publicStatus()),
                null,
                page.dateTime(line.at()),
                words(page, line),
                List.of(),
                null,
                Tone.PLAIN));
      }
      Collections.reverse(entries);
      return entries;
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
