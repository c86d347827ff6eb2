package org.yiwang.submission;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.casework.Case;
import org.yiwang.casework.CaseSheet;
import org.yiwang.casework.Cases;
import org.yiwang.casework.Mover;
import org.yiwang.credential.ClaimWords;
import org.yiwang.identity.Viewer;
import org.yiwang.matter.Answers;
import org.yiwang.matter.Form.Field;
import org.yiwang.matter.Form.Kind;
import org.yiwang.matter.Form.Part;
import org.yiwang.pack.Text;
import org.yiwang.page.Link;
import org.yiwang.page.Page;
import org.yiwang.page.SummaryRow;

/**
 * The answers and papers of an application on the officer's case page. Of a bundle's form an
 * officer sees what the own matter asks, and nothing else, and numbers in part until they ask for
 * them; each look is written into the access log.
 */
@Component
class AnswerSheet implements CaseSheet {
  private static final String CREDENTIAL = "credential:";

  private final SubmissionStore store;
  private final WantedMaker wanted;
  private final AnswerNotes notes;
  private final SentLook look;
  private final GrantAtOnce grantAtOnce;
  private final EarlierApplications earlier;
  private final ClaimRows fetched;
  private final Cases cases;
  private final ActingWords acting;
  private final HelpFromAfar help;
  private final PostalStore postal;
  private final ClaimWords claimWords;

  AnswerSheet(
      SubmissionStore store,
      WantedMaker wanted,
      AnswerNotes notes,
      SentLook look,
      GrantAtOnce grantAtOnce,
      EarlierApplications earlier,
      ClaimRows fetched,
      Cases cases,
      ActingWords acting,
      HelpFromAfar help,
      PostalStore postal,
      ClaimWords claimWords) {
    this.claimWords = claimWords;
    this.postal = postal;
    this.help = help;
    this.acting = acting;
    this.fetched = fetched;
    this.grantAtOnce = grantAtOnce;
    this.earlier = earlier;
    this.store = store;
    this.wanted = wanted;
    this.notes = notes;
    this.look = look;
    this.cases = cases;
  }

  @Override
  @Transactional
  public Optional<Sheet> find(Case of, Viewer viewer, Page page) {
    return store.findByCase(of.number()).map(sent -> sheet(of, sent, viewer, page, false));
  }

  @Override
  @Transactional
  public Optional<Sheet> findWhole(Case of, Viewer viewer, Page page) {
    return store.findByCase(of.number()).map(sent -> sheet(of, sent, viewer, page, true));
  }

  @Override
  public boolean namesParty(Case of) {
    return store.findByCase(of.number()).isPresent();
  }

  private Sheet sheet(Case of, Submission sent, Viewer viewer, Page page, boolean whole) {
    Text working = Text.of("办理 %s", "Working on %s").with(of.number());
    look.write(viewer, of, sent, whole ? CaseSheet.inFull(of) : working);
    Wanted own = wanted.get(Target.matter(of.about().category()));
    List<SummaryRow> rows = new ArrayList<>();
    String by = acting.of(page, sent);
    if (by != null) {
      rows.add(
          SummaryRow.of(
              sent.visit() == null ? page.t("代办", "On behalf") : page.t("窗口代收", "At the counter"),
              by));
    }
    rows.addAll(others(page, own, of, sent));
    rows.addAll(notes.revoked(page, of, sent, own.matter(of.about().category())));
    rows.addAll(answered(page, own, sent.filled(), whole));
    rows.addAll(fetched.before(page, own.matter(of.about().category()), sent, whole));
    rows.addAll(weighed(page, of, sent));
    rows.addAll(fetched.rows(page, own, sent.filled(), whole));
    rows.addAll(notes.rows(page, sent, own, whole));
    rows.addAll(postedTo(page, of, viewer, whole));
    List<Link> links = new ArrayList<>(notes.links(page, of, sent, own));
    if (help.mayHelp(of, viewer)) {
      links.add(
          Link.of(
              help.waits(of)
                  ? page.t("线上帮办：申请人有留言等您回复", "Help from afar: the applicant waits for an answer")
                  : page.t(
                      "线上帮办：留言，或请改一项", "Help from afar: write, or ask to put one answer right"),
              "/cases/" + of.number() + "/messages"));
    }
    return new Sheet(page.t("申请内容", "The application"), rows, links);
  }

  /** Whether the same party has or asks for the same already. */
  private List<SummaryRow> others(Page page, Wanted own, Case of, Submission sent) {
    String others =
        earlier.list(sent.party(), own.matters().values()).stream()
            .filter(one -> !one.number().isEmpty() && !one.number().equals(of.number()))
            .map(one -> page.t(one.words()).formatted(one.number(), page.date(one.submitted())))
            .collect(Collectors.joining(page.t("；", "; ")));
    return others.isEmpty()
        ? List.of()
        : List.of(SummaryRow.of(page.t("同一申请人的同一事项", "The same, asked for by them"), others));
  }

  private List<SummaryRow> answered(Page page, Wanted own, Filled filled, boolean whole) {
    List<SummaryRow> rows = new ArrayList<>();
    for (Part part : own.questions().open(filled.answers())) {
      Answers shown =
          whole ? filled.answers() : MaskedAnswers.numbersOf(part.fields(), filled.answers());
      for (Field field : part.fields()) {
        String words = said(page, field, AnswerWords.of(page, field, shown));
        String source =
            filled.sourceOf(field.id()) == null ? "" : page.t("（预填）", " (as prefilled)");
        rows.add(SummaryRow.of(page.t(field.label()), words.isEmpty() ? "" : words + source));
      }
    }
    return rows;
  }

  /** A text that came from a credential may have been an answer to choose from there. */
  private String said(Page page, Field field, String words) {
    return field.kind() != Kind.TEXT
        ? words
        : field.from().stream()
            .filter(source -> source.startsWith(CREDENTIAL) && source.contains("/"))
            .map(source -> source.substring(CREDENTIAL.length()).split("/", 2))
            .map(claim -> page.t(claimWords.of(claim[0], claim[1], words)))
            .filter(other -> !other.equals(words))
            .findFirst()
            .orElse(words);
  }

  /** What was found when it was weighed. */
  private List<SummaryRow> weighed(Page page, Case of, Submission sent) {
    GrantAtOnce.Weighed weighed = grantAtOnce.findWeighed(sent).get(of.number());
    return weighed == null ? List.of() : List.of(weighed(page, weighed));
  }

  /**
   * Only for whoever has something to do with the case now: who posts the paper. The telephone is
   * hidden as every other number is; who writes it on the parcel asks for it in full.
   */
  private List<SummaryRow> postedTo(Page page, Case of, Viewer viewer, boolean whole) {
    return of.clocks().closed() == null || cases.offers(of, Mover.of(viewer)).isEmpty()
        ? List.of()
        : postal.find(of.number()).stream()
            .map(
                to ->
                    SummaryRow.of(
                        page.t("寄到", "Post it to"),
                        String.join(
                            page.t("，", ", "),
                            to.name(),
                            whole ? to.phone() : MaskedAnswers.number(Kind.PHONE, to.phone()),
                            to.address())))
            .toList();
  }

  /** What is missing is said item by item. */
  @Override
  public Optional<String> pageOf(Case of, String action) {
    return action.equals(AskSupplement.ACTION) && store.findByCase(of.number()).isPresent()
        ? Optional.of("/cases/" + of.number() + "/supplement")
        : Optional.empty();
  }

  private static SummaryRow weighed(Page page, GrantAtOnce.Weighed weighed) {
    List<Text> told = weighed.granted() ? weighed.met() : weighed.unmet();
    return SummaryRow.of(
        weighed.granted()
            ? page.t("系统当场办结，符合：", "Granted by the program; these hold:")
            : page.t("没有当场办结，未能确认：", "Not granted on the spot; not confirmed:"),
        told.stream().map(page::t).collect(Collectors.joining(page.t("；", "; "))));
  }
}
