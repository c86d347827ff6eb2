package org.yiwang.submission;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.casework.Case;
import org.yiwang.identity.Units;
import org.yiwang.matter.Form.Field;
import org.yiwang.page.Choice;
import org.yiwang.page.Page;
import org.yiwang.submission.CorrectionStore.Change;
import org.yiwang.submission.CorrectionStore.Correction;
import org.yiwang.submission.HelpFromAfar.Talk;

/**
 * What was written about a case, as one side sees it.
 *
 * @param action where a message is sent to
 * @param back where the reader came from
 * @param mendable what an officer may ask to be put right; empty for the applicant
 */
record TalkView(
    Case of,
    String action,
    String back,
    boolean office,
    boolean open,
    List<Line> lines,
    List<Choice> mendable) {

  /**
   * One message.
   *
   * @param by who wrote, as the other side may know it
   * @param asks the question that is to be put right; null for mere words
   * @param mend where the applicant puts it right; null otherwise
   * @param mended when it was put right; null while it stands as before
   * @param change what it was and is; its numbers are hidden for an officer, who reads them in full
   *     on the case's page, by asking there
   */
  record Line(
      Message of,
      String by,
      @Nullable String asks,
      @Nullable String mend,
      @Nullable Instant mended,
      @Nullable Change change) {}

  /** Draws them. */
  @Component
  static class Maker {
    private final HelpFromAfar help;
    private final CorrectionStore corrections;
    private final WantedMaker wanted;
    private final Units units;

    Maker(HelpFromAfar help, CorrectionStore corrections, WantedMaker wanted, Units units) {
      this.help = help;
      this.corrections = corrections;
      this.wanted = wanted;
      this.units = units;
    }

    TalkView ofApplicant(Page page, Talk talk) {
      String application = "/applications/" + talk.sent().id();
      String base = application + "/" + talk.of().number();
      return new TalkView(
          talk.of(),
          base + "/messages",
          application,
          false,
          talk.open(),
          lines(page, talk, base + "/mend/"),
          List.of());
    }

    TalkView ofOfficer(Page page, Talk talk) {
      String base = "/cases/" + talk.of().number();
      List<Choice> mendable =
          talk.mendable().stream()
              .map(field -> Choice.of(field.id(), page.t(field.label())))
              .toList();
      return new TalkView(
          talk.of(),
          base + "/messages",
          base,
          true,
          talk.open(),
          lines(page, talk, null),
          mendable);
    }

    private List<Line> lines(Page page, Talk talk, @Nullable String mend) {
      List<Correction> made = corrections.list(talk.sent().id());
      return help.list(talk).stream().map(one -> line(page, talk, one, made, mend)).toList();
    }

    private Line line(
        Page page, Talk talk, Message one, List<Correction> made, @Nullable String mend) {
      boolean here = one.toMend() && mend != null && talk.field(one.question()).isPresent();
      Correction mended = one.mended() == null ? null : mended(one, made);
      return new Line(
          one,
          by(page, one),
          one.question() == null ? null : name(page, talk, one.question()),
          here ? mend + one.id() : null,
          mended == null ? null : mended.at(),
          mended == null ? null : change(talk, mended, mend == null));
    }

    private String by(Page page, Message one) {
      return one.fromOffice()
          ? page.t(VisitView.unit(units, one.unit()))
          : page.t("申请人", "The applicant");
    }

    /** Of a question that is asked no more nobody knows which of its words are numbers. */
    private @Nullable Change change(Talk talk, Correction mended, boolean office) {
      return office
          ? field(talk, mended.question()).map(mended::hidden).orElse(mended.hidden())
          : mended.said();
    }

    private String name(Page page, Talk talk, String question) {
      return field(talk, question).map(Field::label).map(page::t).orElse(question);
    }

    private Optional<Field> field(Talk talk, String question) {
      return wanted
          .get(Target.matter(talk.of().about().category()))
          .questions()
          .fields()
          .filter(field -> field.id().equals(question))
          .findFirst();
    }

    /** The first correction of that question since it was asked for. */
    private static @Nullable Correction mended(Message one, List<Correction> made) {
      Optional<Correction> found =
          made.stream()
              .filter(correction -> !correction.supplied())
              .filter(correction -> correction.question().equals(one.question()))
              .filter(correction -> !correction.at().isBefore(one.at()))
              .findFirst();
      return found.orElse(null);
    }
  }
}
