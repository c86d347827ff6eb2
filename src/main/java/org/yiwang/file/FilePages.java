package org.yiwang.file;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.yiwang.casework.Case;
import org.yiwang.casework.Cases;
import org.yiwang.file.OpenFileCase.Asking;
import org.yiwang.identity.Viewer;
import org.yiwang.pack.Text;
import org.yiwang.page.Choice;
import org.yiwang.page.Page;
import org.yiwang.page.Refusals;
import org.yiwang.page.RefusedException;
import org.yiwang.party.Fact;
import org.yiwang.party.FactKind;
import org.yiwang.party.FactKinds;
import org.yiwang.party.Parties;
import org.yiwang.party.PartyName;

/** One's own file (我的档案), that of a firm one represents, and saying that something is wrong. */
@Controller
class FilePages {
  private static final Text TITLE = Text.of("我的档案", "My file");
  private static final Text WRONG = Text.of("这条不对", "This is wrong");

  private final OwnParties own;
  private final Parties parties;
  private final FactKinds kinds;
  private final FactWords words;
  private final CorrectFact correct;
  private final Corrections corrections;
  private final JoinedLine joined;

  FilePages(
      OwnParties own,
      Parties parties,
      FactKinds kinds,
      FactWords words,
      CorrectFact correct,
      Corrections corrections,
      JoinedLine joined) {
    this.joined = joined;
    this.own = own;
    this.parties = parties;
    this.kinds = kinds;
    this.words = words;
    this.correct = correct;
    this.corrections = corrections;
  }

  /**
   * One file as its party sees it.
   *
   * @param full whether identifiers are shown in full
   * @param maskable whether there is something to show in full
   * @param joined whence it has its account, if it began without one
   */
  record FileView(
      PartyName of,
      List<PartyName> mine,
      List<FactWords.Line> lines,
      List<FactWords.Tie> ties,
      List<Corrections.Line> corrections,
      boolean full,
      boolean maskable,
      boolean correctable,
      @Nullable String joined) {

    /** Whether one that began at a counter may be theirs too. */
    boolean joinable() {
      return lines.isEmpty() && mine.getFirst().id().equals(of.id());
    }

    String href() {
      return href(of);
    }

    /** The address of one's own files: the person's first, then the firms'. */
    String href(PartyName party) {
      return mine.getFirst().id().equals(party.id()) ? "/file" : "/file/" + party.id();
    }
  }

  @GetMapping("/file")
  ModelAndView mine(Page page, Viewer viewer, @RequestParam(defaultValue = "") String full) {
    return show(page, viewer, own.self(viewer), full.equals("yes"));
  }

  @GetMapping("/file/{party}")
  ModelAndView firm(
      Page page,
      Viewer viewer,
      @PathVariable UUID party,
      @RequestParam(defaultValue = "") String full) {
    return show(page, viewer, own.own(Optional.of(party), viewer), full.equals("yes"));
  }

  private ModelAndView show(Page page, Viewer viewer, UUID party, boolean full) {
    Parties.Contents of = parties.readOwn(viewer, party);
    FileView view =
        new FileView(
            of.of(),
            own.list(viewer),
            words.lines(page, of.facts(), full),
            words.ties(page, of),
            corrections.list(page, party),
            full,
            words.masks(of.facts()),
            corrections.declared(),
            joined.find(page, party).orElse(null));
    Text title = of.of().kind() == PartyName.Kind.FIRM ? of.of().name() : TITLE;
    return page.view("file/file", title, "view", view);
  }

  /** What is right and why, as typed. */
  record Typed(@Nullable String value, @Nullable String why) {
    String right() {
      return Objects.requireNonNullElse(value, "").strip();
    }

    String reason() {
      return Objects.requireNonNullElse(why, "").strip();
    }
  }

  /** The form about one fact. */
  record WrongView(
      Fact fact, FactKind kind, String shown, List<Choice> options, String back, Typed typed) {}

  @GetMapping("/file/facts/{fact}/wrong")
  ModelAndView wrong(Page page, Viewer viewer, @PathVariable long fact) {
    return wrong(page, viewer, get(fact, viewer), new Typed("", ""), Refusals.none());
  }

  @PostMapping("/file/facts/{fact}/wrong")
  ModelAndView correct(
      Page page, Viewer viewer, @PathVariable long fact, @ModelAttribute Typed typed) {
    Fact of = get(fact, viewer);
    try {
      Case opened =
          correct.ask(
              of, new CorrectFact.Said(typed.right(), typed.reason(), page.language()), viewer);
      return page.redirect(FileCasePage.href(opened.number()));
    } catch (RefusedException refused) {
      return wrong(page, viewer, of, typed, Refusals.of(refused));
    }
  }

  private ModelAndView wrong(Page page, Viewer viewer, Fact fact, Typed typed, Refusals errors) {
    FactKind kind = kinds.findKind(fact.kind()).orElseThrow(FileRefusals::missing);
    List<Choice> options =
        kind.options().stream().map(one -> Choice.of(one.id(), page.t(one.name()))).toList();
    boolean self = own.self(viewer).equals(fact.party());
    var view =
        new WrongView(
            fact,
            kind,
            page.t(kind.shown(fact.value())),
            options,
            self ? "/file" : "/file/" + fact.party(),
            typed);
    return page.form("file/wrong", WRONG, errors, "view", view);
  }

  private Fact get(long id, Viewer viewer) {
    viewer.requireSignedIn();
    Fact fact = parties.findFact(id).orElseThrow(FileRefusals::missing);
    own.own(Optional.of(fact.party()), viewer);
    return fact;
  }

  /** What was asked about a file before. */
  @Component
  record Corrections(
      FileStore store, OpenFileCase open, Cases cases, FactKinds kinds, Parties parties) {
    /** One correction and how it stands. */
    record Line(String number, String name, String state, boolean done) {}

    /** What a correction is about. */
    private record Asked(String number, String name, Instant at) {}

    boolean declared() {
      return open.declared(Asking.CORRECT);
    }

    List<Line> list(Page page, UUID party) {
      return Stream.concat(
              store.listCorrections(party).stream().map(of -> asked(page, of)),
              store.listUntyings(party).stream().map(of -> asked(page, of)))
          .sorted(Comparator.comparing(Asked::at).reversed())
          .flatMap(of -> cases.find(of.number()).stream().map(one -> line(page, of, one)))
          .toList();
    }

    private Asked asked(Page page, FileStore.Correction of) {
      String name = kinds.findKind(of.kind()).map(kind -> page.t(kind.name())).orElse(of.kind());
      return new Asked(of.number(), name, of.at());
    }

    private Asked asked(Page page, FileStore.Untying of) {
      String is =
          parties
              .findRelation(of.relation())
              .map(relation -> page.t(relation.acrossIs(of.party())))
              .orElse("");
      return new Asked(of.number(), page.t("关系：", "Relation: ") + is, of.at());
    }

    private Line line(Page page, Asked of, Case one) {
      boolean done = one.clocks().closed() != null;
      return new Line(of.number(), of.name(), page.t(cases.way(one).publicStatus()), done);
    }
  }
}
