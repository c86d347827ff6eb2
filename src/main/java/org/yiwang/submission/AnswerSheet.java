package org.yiwang.submission;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.casework.Case;
import org.yiwang.casework.CaseSheet;
import org.yiwang.casework.Cases;
import org.yiwang.casework.Mover;
import org.yiwang.credential.ClaimWords;
import org.yiwang.credential.CredentialTypes;
import org.yiwang.identity.Viewer;
import org.yiwang.matter.Form.Field;
import org.yiwang.matter.Form.Kind;
import org.yiwang.matter.Form.Part;
import org.yiwang.matter.Matter;
import org.yiwang.matter.Matter.Evidence;
import org.yiwang.pack.Text;
import org.yiwang.page.Link;
import org.yiwang.page.Page;
import org.yiwang.page.SummaryRow;
import org.yiwang.submission.Filled.Supply;

/**
 * The answers and papers of an application on the officer's case page. Of a bundle's form an
 * officer sees what the own matter asks, and nothing else; each look is written into the access
 * log.
 */
@Component
class AnswerSheet implements CaseSheet {
  private static final String CREDENTIAL = "credential:";

  private final SubmissionStore store;
  private final WantedMaker wanted;
  private final AnswerNotes notes;
  private final SentLook look;
  private final GrantAtOnce grantAtOnce;
  private final OutcomeClaims claims;
  private final CredentialTypes types;
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
      OutcomeClaims claims,
      CredentialTypes types,
      Cases cases,
      ActingWords acting,
      HelpFromAfar help,
      PostalStore postal,
      ClaimWords claimWords) {
    this.claimWords = claimWords;
    this.postal = postal;
    this.help = help;
    this.acting = acting;
    this.claims = claims;
    this.types = types;
    this.grantAtOnce = grantAtOnce;
    this.store = store;
    this.wanted = wanted;
    this.notes = notes;
    this.look = look;
    this.cases = cases;
  }

  @Override
  @Transactional
  public Optional<Sheet> find(Case of, Viewer viewer, Page page) {
    return store.findByCase(of.number()).map(sent -> sheet(of, sent, viewer, page));
  }

  @Override
  public boolean namesParty(Case of) {
    return store.findByCase(of.number()).isPresent();
  }

  private Sheet sheet(Case of, Submission sent, Viewer viewer, Page page) {
    look.write(viewer, of, sent, Text.of("办理 %s", "Working on %s").with(of.number()));
    Wanted own = wanted.get(Target.matter(of.about().category()));
    List<SummaryRow> rows = new ArrayList<>();
    String by = acting.of(page, sent);
    if (by != null) {
      rows.add(
          SummaryRow.of(
              sent.visit() == null ? page.t("代办", "On behalf") : page.t("窗口代收", "At the counter"),
              by));
    }
    rows.addAll(answered(page, own, sent.filled()));
    rows.addAll(found(page, of, own, sent));
    for (Evidence evidence : own.evidence(sent.filled().answers())) {
      rows.add(SummaryRow.of(page.t(evidence.name()), given(page, sent.filled(), evidence)));
    }
    rows.addAll(notes.rows(page, sent, own));
    rows.addAll(postedTo(page, of, viewer));
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

  private List<SummaryRow> answered(Page page, Wanted own, Filled filled) {
    List<SummaryRow> rows = new ArrayList<>();
    for (Part part : own.questions().open(filled.answers())) {
      for (Field field : part.fields()) {
        String words = said(page, field, AnswerWords.of(page, field, filled.answers()));
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

  /** What earlier matters of the application gave, and what was found when it was weighed. */
  private List<SummaryRow> found(Page page, Case of, Wanted own, Submission sent) {
    List<SummaryRow> rows = new ArrayList<>();
    Matter matter = own.matter(of.about().category());
    claims
        .before(sent, matter)
        .forEach(
            (claim, value) ->
                rows.add(
                    SummaryRow.of(
                        name(page, matter, claim),
                        page.t(claimWords.of(type(matter), claim, value)))));
    GrantAtOnce.Weighed weighed = grantAtOnce.findWeighed(sent).get(of.number());
    if (weighed != null) {
      rows.add(weighed(page, weighed));
    }
    return rows;
  }

  /** Only for whoever has something to do with the case now: who posts the paper. */
  private List<SummaryRow> postedTo(Page page, Case of, Viewer viewer) {
    return of.clocks().closed() == null || cases.offers(of, Mover.of(viewer)).isEmpty()
        ? List.of()
        : postal.find(of.number()).stream()
            .map(
                to ->
                    SummaryRow.of(
                        page.t("寄到", "Post it to"),
                        String.join(page.t("，", ", "), to.name(), to.phone(), to.address())))
            .toList();
  }

  /** What is missing is said item by item. */
  @Override
  public Optional<String> pageOf(Case of, String action) {
    return action.equals(AskSupplement.ACTION) && store.findByCase(of.number()).isPresent()
        ? Optional.of("/cases/" + of.number() + "/supplement")
        : Optional.empty();
  }

  private static String type(Matter matter) {
    return String.valueOf(matter.outcome().credential());
  }

  private String name(Page page, Matter matter, String claim) {
    return types
        .findType(type(matter))
        .flatMap(type -> type.findClaim(claim))
        .map(found -> page.t(found.name()))
        .orElse(claim);
  }

  private static SummaryRow weighed(Page page, GrantAtOnce.Weighed weighed) {
    List<Text> told = weighed.granted() ? weighed.met() : weighed.unmet();
    return SummaryRow.of(
        weighed.granted()
            ? page.t("系统当场办结，符合：", "Granted by the program; these hold:")
            : page.t("没有当场办结，未能确认：", "Not granted on the spot; not confirmed:"),
        told.stream().map(page::t).collect(Collectors.joining(page.t("；", "; "))));
  }

  private String given(Page page, Filled filled, Evidence evidence) {
    Supply supply = filled.supplies().get(evidence.id());
    if (supply == null) {
      return evidence.credential() == null
          ? ""
          : page.t("由同一申请中先办好的事项提供", "From a matter of this application that was granted before");
    }
    Map<String, Text> claims =
        claimWords.of(String.valueOf(evidence.credential()), filled.fetchedFor(evidence));
    String words = page.t(EvidenceWords.of(filled, evidence.id()));
    return claims.isEmpty()
        ? words
        : words
            + page.t("：", ": ")
            + claims.values().stream().map(page::t).collect(Collectors.joining(page.t("，", ", ")));
  }
}
