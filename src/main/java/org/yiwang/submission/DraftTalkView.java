package org.yiwang.submission;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.identity.Units;
import org.yiwang.matter.Form.Field;
import org.yiwang.matter.Questions;
import org.yiwang.page.Choice;
import org.yiwang.page.Page;
import org.yiwang.page.SummaryRow;

/** What was written with a draft, and what surrounds it, as one side sees it (草稿帮办页面). */
final class DraftTalkView {
  private DraftTalkView() {}

  /**
   * One message.
   *
   * @param by who wrote, as the other side may know it
   * @param asks the question that was pointed at; null for mere words
   * @param href where the applicant opens it; null otherwise
   */
  record Line(Message of, String by, @Nullable String asks, @Nullable String href) {}

  /** What was written once, with one unit that was asked, since they agreed. */
  record Talk(DraftHelp help, String unit, List<Line> lines) {}

  /**
   * The applicant's side.
   *
   * @param help what goes on, or ended last; null if nothing was asked for yet
   * @param unit that was asked; empty if none was
   * @param lines of what goes on
   * @param ended all that was written before, the newest first
   */
  record Applicant(
      Drafts.Open open, @Nullable DraftHelp help, String unit, List<Line> lines, List<Talk> ended) {
    boolean goesOn() {
      return help != null && help.open();
    }

    /** Whether it has been asked for less often than it may be. */
    boolean mayAskAgain() {
      return ended.size() < MessageLimits.ASKED;
    }

    String base() {
      return open.draft().href() + "/help";
    }
  }

  /**
   * The officer's side.
   *
   * @param wanted all that the draft is for
   * @param from the page from which they asked; empty if from none
   * @param anchor where that page's answers begin; null if they are not shown
   * @param sheets the answers, page by page
   * @param questions what may be pointed at
   */
  record Officer(
      HelpWithDraft.Shown shown,
      String unit,
      Wanted wanted,
      String from,
      @Nullable String anchor,
      List<Sheet> sheets,
      List<Line> lines,
      List<Choice> questions) {
    boolean inBundle() {
      return wanted.target().kind() == Target.Kind.BUNDLE;
    }
  }

  /** One page of the form with its answers. */
  record Sheet(String id, String name, List<SummaryRow> rows) {}

  /** One line of the officers' list; {@code age} tells for how long it waits. */
  record Waiting(DraftHelp help, String name, String unit, Instant written, String age) {}

  /** Draws them. */
  @Component
  static class Maker {
    private final HelpWithDraft help;
    private final WantedMaker wanted;
    private final Units units;
    private final DistrictTime time;

    Maker(HelpWithDraft help, WantedMaker wanted, Units units, DistrictTime time) {
      this.help = help;
      this.wanted = wanted;
      this.units = units;
      this.time = time;
    }

    Applicant ofApplicant(Page page, Drafts.Open open) {
      DraftHelp of = open.help();
      if (of == null) {
        return new Applicant(open, null, "", List.of(), List.of());
      }
      Questions questions = open.wanted().questions();
      List<Talk> ended =
          help.list(open).stream()
              .filter(one -> !one.open())
              .map(one -> talk(page, one, questions))
              .toList();
      return new Applicant(open, of, unit(page, of.unit()), going(page, open, of), ended);
    }

    private List<Line> going(Page page, Drafts.Open open, DraftHelp of) {
      if (!of.open()) {
        return List.of();
      }
      List<Field> asked = open.parts().stream().flatMap(part -> part.fields().stream()).toList();
      String base = open.draft().href() + "/help/questions/";
      return help.list(of).stream()
          .map(one -> line(page, one, open.wanted().questions(), opens(one, asked) ? base : null))
          .toList();
    }

    private Talk talk(Page page, DraftHelp of, Questions questions) {
      List<Line> lines =
          help.list(of).stream().map(one -> line(page, one, questions, null)).toList();
      return new Talk(of, unit(page, of.unit()), lines);
    }

    private static boolean opens(Message one, List<Field> asked) {
      return one.toMend() && asked.stream().anyMatch(field -> field.id().equals(one.question()));
    }

    /** What was written while it was a draft. */
    List<Talk> talks(Page page, List<DraftHelp> all) {
      return all.stream()
          .map(one -> talk(page, one, wanted.get(one.target()).questions()))
          .toList();
    }

    Officer ofOfficer(Page page, HelpWithDraft.Shown shown) {
      DraftHelp of = shown.help();
      Wanted all = wanted.get(of.target());
      List<Line> lines =
          shown.messages().stream()
              .map(one -> line(page, one, shown.of().questions(), null))
              .toList();
      List<Choice> questions =
          shown.fields().stream().map(f -> Choice.of(f.id(), page.t(f.label()))).toList();
      return new Officer(
          shown,
          unit(page, of.unit()),
          all,
          page.t(AskedFrom.name(all.questions(), of.page())),
          AskedFrom.among(shown.parts(), all.questions(), of.page()),
          sheets(page, shown),
          lines,
          questions);
    }

    private static List<Sheet> sheets(Page page, HelpWithDraft.Shown shown) {
      return shown.parts().stream()
          .map(part -> new Sheet(part.id(), page.t(part.name()), rows(page, shown, part.fields())))
          .toList();
    }

    private static List<SummaryRow> rows(Page page, HelpWithDraft.Shown shown, List<Field> fields) {
      return fields.stream()
          .map(f -> SummaryRow.of(page.t(f.label()), AnswerWords.of(page, f, shown.answers())))
          .toList();
    }

    Waiting waiting(Page page, DraftHelpStore.Going going) {
      return new Waiting(
          going.help(),
          page.t(wanted.get(Target.matter(going.help().matter())).name()),
          unit(page, going.help().unit()),
          going.written(),
          page.span(Duration.between(going.written(), time.instant())));
    }

    private Line line(Page page, Message one, Questions questions, @Nullable String base) {
      String asks =
          Optional.ofNullable(one.question())
              .map(id -> questions.findField(id).map(f -> page.t(f.label())).orElse(id))
              .orElse(null);
      String by = one.fromOffice() ? unit(page, one.unit()) : page.t("申请人", "The applicant");
      return new Line(one, by, asks, base == null ? null : base + one.id());
    }

    private String unit(Page page, @Nullable String id) {
      return page.t(VisitView.unit(units, id));
    }
  }
}
