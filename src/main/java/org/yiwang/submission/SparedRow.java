package org.yiwang.submission;

import java.util.List;
import java.util.Optional;
import org.yiwang.matter.Matter;
import org.yiwang.page.Page;
import org.yiwang.submission.HandlingStore.SparedSum;

/** One matter: how many questions of its own form were spared (少填), for its unit and everybody. */
record SparedRow(
    String name,
    String href,
    String unit,
    String sent,
    String questions,
    String prefilled,
    String avoided) {

  /** Those of these matters for which it was counted, in their order. */
  static List<SparedRow> list(
      Page page, FiguresView.Maker names, List<Matter> chosen, List<SparedSum> counted) {
    return chosen.stream()
        .flatMap(matter -> find(matter, counted).map(sum -> row(page, names, matter, sum)).stream())
        .toList();
  }

  private static Optional<SparedSum> find(Matter matter, List<SparedSum> counted) {
    return counted.stream().filter(sum -> sum.matter().equals(matter.id())).findFirst();
  }

  private static SparedRow row(Page page, FiguresView.Maker names, Matter matter, SparedSum sum) {
    return new SparedRow(
        page.t(matter.name()),
        "/matters/" + matter.id(),
        names.name(page, matter.unit()),
        page.number(sum.sent()),
        page.number(sum.questions()),
        FiguresView.Maker.share(page, sum.prefilled(), sum.questions()),
        FiguresView.Maker.share(page, sum.avoided(), sum.questions()));
  }
}
