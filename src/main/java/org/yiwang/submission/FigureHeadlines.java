package org.yiwang.submission;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.yiwang.matter.Matter;
import org.yiwang.page.Page;
import org.yiwang.submission.FiguresView.Cut;
import org.yiwang.submission.FiguresView.Headline;
import org.yiwang.submission.HandlingStore.FormFigures;
import org.yiwang.submission.HandlingStore.MatterFigures;

/**
 * The large figures on top of the figures of matters, with what each was counted from.
 *
 * @param whole the lists that they open; null for whoever may not see them, who is led to the table
 *     below instead
 */
record FigureHeadlines(
    Page page,
    List<Matter> chosen,
    Map<String, MatterFigures> counted,
    List<FormFigures> forms,
    Counted.@Nullable Whole whole) {
  private static final String FORMS = "#forms";
  private static final String MATTERS = "#matters";

  private String list(Counted.Of of, String below) {
    return whole == null ? below : whole.href(of);
  }

  List<Headline> all() {
    List<Headline> all = new ArrayList<>();
    all.add(halved());
    long sent = sum(FormFigures::sent);
    all.add(
        new Headline(
            page.number(sent),
            page.t("份网上申请", "applications online"),
            since(sent),
            list(Counted.Of.SENT, FORMS)));
    all.add(trips());
    all.add(
        share(
            page.t("的问题不用填", "of the questions were filled in"),
            sum(FormFigures::prefilled),
            sum(FormFigures::asked),
            page.t("个问题", "questions"),
            list(Counted.Of.SENT, FORMS)));
    all.add(
        share(
            page.t("的材料免交", "of the papers were fetched"),
            sum(FormFigures::fetched),
            sum(FormFigures::papers),
            page.t("份材料", "papers"),
            list(Counted.Of.SENT, FORMS)));
    all.add(
        share(
            page.t("按承诺时限办好", "granted in the promised time"),
            cases(MatterFigures::inTime),
            cases(MatterFigures::granted),
            page.t("件已办好的", "granted cases"),
            list(Counted.Of.GRANTED, MATTERS)));
    return all;
  }

  private Headline halved() {
    List<Cut> cuts = new ArrayList<>();
    chosen.forEach(
        matter -> {
          Cut cut = Cut.of(matter);
          if (cut != null) {
            cuts.add(cut);
          }
        });
    long halved = cuts.stream().filter(Cut::halved).count();
    return share(
        page.t("的事项时限至少减半", "of the matters take at most half the legal time"),
        halved,
        cuts.size(),
        page.t("项可比的", "comparable matters"),
        MATTERS);
  }

  /** Each matter that was opened from home and needs no visit saves the way to a window. */
  private Headline trips() {
    long trips = 0;
    for (Matter matter : chosen) {
      MatterFigures figures = counted.get(matter.id());
      trips += figures == null || matter.visits() > 0 ? 0 : figures.opened();
    }
    long all = cases(MatterFigures::opened);
    return new Headline(
        page.number(trips),
        page.t("趟不用跑", "trips saved"),
        page.t(
            "共 " + all + " 件，零跑动的每件算一趟",
            (all == 1 ? "1 case" : all + " cases") + "; one trip for each that needs no visit"),
        list(Counted.Of.NO_VISIT, MATTERS));
  }

  private Headline share(String label, long part, long whole, String of, String href) {
    return new Headline(
        whole == 0 ? page.t("还没有", "None yet") : page.percent((double) part / whole),
        label,
        page.t(part + "/" + whole + " " + of, part + " of " + whole + " " + of),
        href);
  }

  private String since(long sent) {
    return forms.stream()
        .map(FormFigures::since)
        .min(Instant::compareTo)
        .filter(first -> sent > 0)
        .map(first -> page.t("自 ", "since ") + page.date(first))
        .orElse(page.t("还没有人申请", "nobody has applied yet"));
  }

  private long sum(ToLongFunction<FormFigures> of) {
    return forms.stream().mapToLong(of).sum();
  }

  private long cases(ToLongFunction<MatterFigures> of) {
    return chosen.stream()
        .map(matter -> counted.get(matter.id()))
        .filter(Objects::nonNull)
        .mapToLong(of)
        .sum();
  }
}
