package org.yiwang.submission;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.yiwang.credential.Credential;
import org.yiwang.identity.Viewer;
import org.yiwang.matter.Matter.Evidence;
import org.yiwang.pack.Text;
import org.yiwang.page.Choice;
import org.yiwang.page.Page;
import org.yiwang.page.Refusal;
import org.yiwang.page.Refusals;
import org.yiwang.page.RefusedException;
import org.yiwang.submission.Filled.Supply;
import org.yiwang.submission.Filled.Way;

/** How each paper is given: fetched, uploaded, promised, later. */
@Controller
class EvidencePages {
  private static final Text TITLE = Text.of("需要的材料", "What is needed");

  private final Drafts drafts;
  private final Holdings holdings;
  private final Papers papers;
  private final PaperStore store;
  private final Undertakings undertakings;
  private final ConsentWords consent;
  private final ElsewhereWays elsewhere;
  private final BroughtPapers brought;

  EvidencePages(
      Drafts drafts,
      Holdings holdings,
      Papers papers,
      PaperStore store,
      Undertakings undertakings,
      ConsentWords consent,
      ElsewhereWays elsewhere,
      BroughtPapers brought) {
    this.brought = brought;
    this.consent = consent;
    this.drafts = drafts;
    this.holdings = holdings;
    this.papers = papers;
    this.store = store;
    this.undertakings = undertakings;
    this.elsewhere = elsewhere;
  }

  /**
   * One evidence as it is drawn.
   *
   * @param uploaded the name of the file that is there already
   * @param elsewhere how to present it in another region; null if nothing was agreed
   * @param brought what is there as a credential already, in words; null while nothing is
   */
  record Line(
      Evidence evidence,
      List<Choice> ways,
      @Nullable String chosen,
      @Nullable String uploaded,
      ElsewhereWays.@Nullable Asking elsewhere,
      @Nullable String brought) {
    /**
     * Whether the place for a file is there whatever is chosen: no other way, or it was refused.
     */
    boolean uploadStays(Refusals errors) {
      String field = "file-" + evidence.id();
      return ways.size() == 1
          || errors.list().stream().anyMatch(fault -> field.equals(fault.field()));
    }

    /** Whether other ways lie open beside what is there. */
    boolean waysOpen(Refusals errors) {
      return errors.list().stream()
          .anyMatch(fault -> fault.field() != null && fault.field().endsWith("-" + evidence.id()));
    }

    /** Whether the place for a file lies open. */
    boolean uploadOpen(Refusals errors) {
      return uploadStays(errors) || uploaded == null;
    }

    boolean elsewhereOpen(Refusals errors) {
      String field = PasteElsewhere.field(evidence);
      return ("elsewhere".equals(chosen) && elsewhere != null && !elsewhere.taken())
          || errors.list().stream().anyMatch(fault -> field.equals(fault.field()));
    }
  }

  /** The whole page. */
  record EvidenceView(
      Drafts.Open open, List<Line> lines, List<ElsewhereWays.Together> together, Refusals errors) {}

  @GetMapping("/drafts/{id}/evidence")
  ModelAndView show(Page page, Viewer viewer, @PathVariable UUID id) {
    return show(page, drafts.get(id, viewer), Refusals.none(), Map.of());
  }

  @PostMapping("/drafts/{id}/evidence")
  ModelAndView choose(Page page, Viewer viewer, @PathVariable UUID id, Sent sent)
      throws IOException {
    Drafts.Open open = drafts.get(id, viewer);
    Filled filled = open.draft().filled();
    List<Refusal> refusals = new ArrayList<>();
    for (Evidence evidence : open.evidence()) {
      try {
        filled = chosen(open, evidence, filled, sent);
      } catch (RefusedException wrong) {
        refusals.addAll(wrong.refusals());
      }
    }
    drafts.save(open, filled);
    Map<String, String> refused = elsewhere.take(id, viewer, sent, refusals);
    Drafts.Open saved = drafts.get(id, viewer);
    if (refusals.isEmpty() && sent.value("ask-help") != null) {
      return page.redirect(saved.draft().href() + "/help?at=" + AskedFrom.EVIDENCE);
    }
    String pressed = sent.value("fetch-from");
    if (refusals.isEmpty() && pressed != null) {
      return page.redirect(elsewhere.ask(id, viewer, pressed));
    }
    if (refusals.isEmpty()) {
      refusals.addAll(SubmitDraft.missingEvidence(saved));
      refusals.addAll(undertakings.barred(saved));
    }
    return refusals.isEmpty()
        ? page.redirect(open.draft().href() + "/check")
        : show(page, saved, new Refusals(refusals), refused);
  }

  private Filled chosen(Drafts.Open open, Evidence evidence, Filled filled, Sent sent)
      throws IOException {
    MultipartFile file = sent.file("file-" + evidence.id());
    if (file != null) {
      var by = new Papers.By(open.draft().account(), open.acting().visitId());
      UUID paper = papers.save(by, "file-" + evidence.id(), file);
      return filled.supply(evidence.id(), new Supply(Way.UPLOAD, paper));
    }
    Way way = way(evidence, sent.value("way-" + evidence.id()));
    if (way == null) {
      return filled;
    }
    Supply before = filled.supplies().get(evidence.id());
    UUID kept = before != null && before.way() == way ? before.id() : null;
    UUID id =
        way == Way.FETCH ? holdings.first(open, evidence).map(Credential::id).orElse(null) : kept;
    return filled.supply(evidence.id(), new Supply(way, id));
  }

  /** A way that this evidence may be given in; null for all others. */
  private @Nullable Way way(Evidence evidence, @Nullable String sent) {
    if (sent == null) {
      return null;
    }
    for (Way way : Way.values()) {
      if (way.name().toLowerCase(Locale.ROOT).equals(sent) && allowed(evidence, way)) {
        return way;
      }
    }
    return null;
  }

  private boolean allowed(Evidence evidence, Way way) {
    return switch (way) {
      case FETCH -> evidence.credential() != null || evidence.keep();
      case ELSEWHERE -> elsewhere.agreed(evidence);
      case UPLOAD -> true;
      case PROMISE -> evidence.promise() != null;
      case LATER -> evidence.later() != null;
      case NONE -> evidence.optional();
    };
  }

  ModelAndView show(Page page, Drafts.Open open, Refusals errors, Map<String, String> pasted) {
    List<Line> lines =
        open.evidence().stream()
            .map(one -> line(page, open, one, pasted.getOrDefault(one.id(), "")))
            .toList();
    return page.view(
        errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY,
        "submission/evidence",
        TITLE,
        "view",
        new EvidenceView(open, lines, elsewhere.together(page, open), errors));
  }

  private Line line(Page page, Drafts.Open open, Evidence evidence, String pasted) {
    List<Choice> ways = new ArrayList<>();
    holdings
        .first(open, evidence)
        .ifPresent(
            found ->
                ways.add(choice(page, Way.FETCH, consent.fetching(page, open, evidence, found))));
    for (Way way : List.of(Way.ELSEWHERE, Way.PROMISE, Way.UPLOAD, Way.LATER, Way.NONE)) {
      if (allowed(evidence, way)) {
        ways.add(choice(page, way, hint(page, evidence, way)));
      }
    }
    Supply supply = open.draft().filled().supplies().get(evidence.id());
    String uploaded =
        supply == null || supply.way() != Way.UPLOAD || supply.id() == null
            ? null
            : store.find(supply.id()).map(Paper::name).orElse(null);
    String first = ways.size() == 1 ? ways.getFirst().value() : null;
    return new Line(
        evidence,
        ways,
        supply == null ? first : supply.way().name().toLowerCase(Locale.ROOT),
        uploaded,
        elsewhere.asking(page, open, evidence, pasted),
        brought.find(page, open, evidence).orElse(null));
  }

  private static Choice choice(Page page, Way way, @Nullable String hint) {
    Text words =
        switch (way) {
          case FETCH -> Text.of("从我的证照调取", "Fetch it from my credentials");
          case ELSEWHERE -> Text.of("我在外地有这张证照", "I hold it in another region");
          case UPLOAD -> Text.of("上传文件", "Upload a file");
          case PROMISE -> Text.of("签署承诺代替", "Sign a promise instead");
          case LATER -> Text.of("以后补交", "Hand it in later");
          case NONE -> Text.of("不提供", "Leave it out");
        };
    return new Choice(way.name().toLowerCase(Locale.ROOT), page.t(words), hint);
  }

  private @Nullable String hint(Page page, Evidence evidence, Way way) {
    return switch (way) {
      case ELSEWHERE -> elsewhere.regions(page, evidence);
      case PROMISE -> page.t(Objects.requireNonNull(evidence.promise()).text());
      case LATER ->
          page.t(
              Objects.requireNonNull(evidence.later()).words().zh() + "内补交",
              "within " + Objects.requireNonNull(evidence.later()).words().en());
      default -> null;
    };
  }
}
