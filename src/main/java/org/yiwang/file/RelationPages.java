package org.yiwang.file;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.yiwang.identity.Viewer;
import org.yiwang.pack.Text;
import org.yiwang.page.Page;
import org.yiwang.page.Refusals;
import org.yiwang.page.RefusedException;
import org.yiwang.party.Parties;
import org.yiwang.party.Relation;

/** Saying that a relation on one's own file, or on that of a firm one represents, is wrong. */
@Controller
@RequestMapping("/file/{party}/relations/{relation}/wrong")
class RelationPages {
  private static final Text WRONG = Text.of("这条不对", "This is wrong");

  private final OwnParties own;
  private final Parties parties;
  private final FactWords words;
  private final CorrectRelation correct;

  RelationPages(OwnParties own, Parties parties, FactWords words, CorrectRelation correct) {
    this.own = own;
    this.parties = parties;
    this.words = words;
    this.correct = correct;
  }

  /**
   * The form about one relation.
   *
   * @param action where it is sent
   * @param back the file on which it stands
   * @param acts whether somebody acts for a firm by it
   */
  record WrongTie(FactWords.Tie tie, String action, String back, String why, boolean acts) {}

  @GetMapping
  ModelAndView wrong(
      Page page, Viewer viewer, @PathVariable UUID party, @PathVariable long relation) {
    Side side = get(viewer, party, relation);
    return correct
        .findOpen(relation, side.party(), viewer)
        .map(
            before -> {
              RefusedException asked = FileRefusals.relationAsked(before.number());
              return refused(page, viewer, side, before.why(), asked);
            })
        .orElseGet(() -> show(page, viewer, side, "", Refusals.none()));
  }

  @PostMapping
  ModelAndView correct(
      Page page,
      Viewer viewer,
      @PathVariable UUID party,
      @PathVariable long relation,
      @RequestParam @Nullable String why) {
    Side side = get(viewer, party, relation);
    String reason = Objects.requireNonNullElse(why, "").strip();
    try {
      var said = new CorrectRelation.Said(party, reason, page.language());
      return page.redirect(FileCasePage.href(correct.ask(relation, said, viewer)));
    } catch (RefusedException refused) {
      return refused(page, viewer, side, reason, refused);
    }
  }

  /** Where it was asked before, the summary leads to that case. */
  private ModelAndView refused(
      Page page, Viewer viewer, Side side, String why, RefusedException refused) {
    Map<String, String> cases =
        correct
            .findOpen(side.relation().id(), side.party(), viewer)
            .map(before -> Map.of("case", FileCasePage.href(before.number())))
            .orElse(Map.of());
    return show(page, viewer, side, why, Refusals.of(refused).elsewhere(cases));
  }

  /** A relation as one of its sides sees it. */
  private record Side(UUID party, Relation relation) {}

  private Side get(Viewer viewer, UUID party, long relation) {
    viewer.requireSignedIn();
    UUID side = own.own(Optional.of(party), viewer);
    return new Side(side, correct.get(relation, side));
  }

  private ModelAndView show(Page page, Viewer viewer, Side side, String why, Refusals errors) {
    Relation of = side.relation();
    String file = "/file/" + side.party();
    var view =
        new WrongTie(
            words.tie(page, parties.nameOf(side.party()), of),
            file + "/relations/" + of.id() + "/wrong",
            own.self(viewer).equals(side.party()) ? "/file" : file,
            why,
            of.kind() == Relation.Kind.LEGAL_REPRESENTATIVE);
    return page.form("file/untie", WRONG, errors, "view", view);
  }
}
