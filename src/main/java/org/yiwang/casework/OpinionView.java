package org.yiwang.casework;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.casework.LifecycleDefinition.Answer;
import org.yiwang.casework.LifecycleDefinition.Opinion;
import org.yiwang.casework.LifecycleDefinition.Parallel;
import org.yiwang.casework.LifecycleDefinition.Step;
import org.yiwang.identity.Unit;
import org.yiwang.identity.Units;
import org.yiwang.identity.Viewer;
import org.yiwang.journal.Entry;
import org.yiwang.journal.Journal;
import org.yiwang.pack.Text;
import org.yiwang.page.Page;
import org.yiwang.page.Tone;

/**
 * One opinion beside the others, drawn as a branch of the case's way.
 *
 * @param href where the opinion's own page is; null for somebody who may not see it
 * @param note what was noted with the answer
 */
record OpinionView(
    String unit,
    String asks,
    String number,
    @Nullable String href,
    String status,
    Tone tone,
    String when,
    @Nullable String note) {

  /** Draws them. */
  @Component
  static class Maker {
    private final CaseStore store;
    private final Lifecycles lifecycles;
    private final Units units;
    private final Journal journal;
    private final DueWords dueWords;
    private final DistrictTime time;

    Maker(
        CaseStore store,
        Lifecycles lifecycles,
        Units units,
        Journal journal,
        DueWords dueWords,
        DistrictTime time) {
      this.store = store;
      this.lifecycles = lifecycles;
      this.units = units;
      this.journal = journal;
      this.dueWords = dueWords;
      this.time = time;
    }

    /** Those asked last; of earlier rounds the history tells. */
    List<OpinionView> list(Page page, Case of, Viewer viewer) {
      List<Case> children = together(store.listChildren(of.number()));
      if (children.isEmpty()) {
        return List.of();
      }
      Map<String, Entry> answers = answers(of);
      return children.stream()
          .map(child -> view(page, of, child, answers.get(child.number()), viewer))
          .toList();
    }

    private static List<Case> together(List<Case> children) {
      int round = children.stream().mapToInt(Maker::round).max().orElse(0);
      return children.stream().filter(child -> round(child) == round).toList();
    }

    private static int round(Case child) {
      return child.parent() == null ? 0 : child.parent().version();
    }

    private Map<String, Entry> answers(Case of) {
      Map<String, Entry> answers = new HashMap<>();
      for (Entry entry : journal.list(of.subject())) {
        if (entry.kind().equals(CaseEntries.ANSWERED)) {
          answers.put(String.valueOf(entry.fact("child")), entry);
        }
      }
      return answers;
    }

    private OpinionView view(
        Page page, Case of, Case child, @Nullable Entry answer, Viewer viewer) {
      Step step = lifecycles.stepOf(child);
      var due = dueWords.tag(page, child, time.instant());
      return new OpinionView(
          page.t(unitName(child)),
          page.t(asks(of, child)),
          child.number(),
          CaseScope.covers(viewer, child) ? "/cases/" + child.number() : null,
          answer == null
              ? page.t(step.shown().status()) + page.t("，", ", ") + due.words()
              : OpinionWords.said(page, answer),
          answer == null ? due.tone() : tone(step.answer()),
          page.dateTime(answer == null ? child.clocks().opened() : child.clocks().stepSince()),
          answer == null ? null : answer.fact("note"));
    }

    private static Tone tone(@Nullable Answer answer) {
      return switch (answer) {
        case AGREES -> Tone.DONE;
        case CONDITIONS -> Tone.SOON;
        case REFUSES -> Tone.LATE;
        case DROPPED -> Tone.PLAIN;
        case null -> Tone.PLAIN;
      };
    }

    private Text asks(Case of, Case child) {
      return lifecycles.of(of).steps().values().stream()
          .flatMap(step -> Stream.ofNullable(step.parallel()))
          .map(Parallel::opinions)
          .flatMap(List::stream)
          .filter(one -> child.parent() != null && one.id().equals(child.parent().opinion()))
          .map(Opinion::name)
          .findFirst()
          .orElse(child.about().title());
    }

    private Text unitName(Case child) {
      String id = String.valueOf(child.unit());
      return units.findUnit(id).map(Unit::name).orElseGet(() -> Text.same(id));
    }
  }
}
