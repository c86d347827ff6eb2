package org.yiwang.submission;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.yiwang.identity.Permission;
import org.yiwang.identity.Viewer;
import org.yiwang.pack.Text;
import org.yiwang.page.Choice;
import org.yiwang.page.Page;
import org.yiwang.page.Refusals;
import org.yiwang.page.RefusedException;
import org.yiwang.submission.CounterVisit.Shown;
import org.yiwang.submission.CounterVisit.Way;
import org.yiwang.submission.ReceiveVisitor.Typed;

/**
 * The counter (窗口代收): who stands there, what for, that they agree; then the form as everybody's.
 */
@Controller
class WindowPages {
  private static final Text TITLE = Text.of("窗口代收", "At the counter");

  private final ReceiveVisitor receiveVisitor;
  private final AgreeAtCounter agreeAtCounter;
  private final VisitStore store;
  private final VisitView.Maker views;
  private final HelpFromAfar help;
  private final MakeCode makeCode;
  private final JoinAtCounter joinAtCounter;
  private final PartAtCounter partAtCounter;

  WindowPages(
      ReceiveVisitor receiveVisitor,
      AgreeAtCounter agreeAtCounter,
      VisitStore store,
      VisitView.Maker views,
      HelpFromAfar help,
      MakeCode makeCode,
      JoinAtCounter joinAtCounter,
      PartAtCounter partAtCounter) {
    this.partAtCounter = partAtCounter;
    this.joinAtCounter = joinAtCounter;
    this.makeCode = makeCode;
    this.help = help;
    this.receiveVisitor = receiveVisitor;
    this.agreeAtCounter = agreeAtCounter;
    this.store = store;
    this.views = views;
  }

  @GetMapping("/window")
  ModelAndView begin(Page page, Viewer viewer) {
    viewer.require(Permission.TAKE_IN);
    return begin(page, viewer, Typed.empty(), Refusals.none());
  }

  /** By POST, so that no number stands in an address. */
  @PostMapping("/window")
  ModelAndView receive(Page page, Viewer viewer, @ModelAttribute Typed typed) {
    viewer.require(Permission.TAKE_IN);
    try {
      return page.redirect("/window/" + receiveVisitor.receive(viewer, typed));
    } catch (RefusedException refused) {
      return begin(page, viewer, typed.clean(), Refusals.of(refused));
    }
  }

  private ModelAndView begin(Page page, Viewer viewer, Typed typed, Refusals errors) {
    List<VisitView> visits =
        store.list(viewer.requireSignedIn()).stream()
            .map(one -> views.brief(page, one, viewer))
            .toList();
    return page.form(
        "submission/window",
        TITLE,
        errors,
        "typed",
        typed,
        "visits",
        visits,
        "waiting",
        help.listWaiting(viewer),
        "unknown",
        errors.list().stream().anyMatch(one -> one.code().equals(WindowRefusals.NOT_FOUND)));
  }

  @GetMapping("/window/{id}")
  ModelAndView visit(
      Page page,
      Viewer viewer,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String target,
      @RequestParam(defaultValue = "") String shown) {
    CounterVisit visit = agreeAtCounter.get(id, viewer);
    return visit(page, visit, viewer, new Agreed(id, target, shown, null), Refusals.none());
  }

  /** How they showed who they are, and that they agree. */
  record Agreed(UUID id, @Nullable String target, @Nullable String shown, @Nullable String way) {}

  @PostMapping("/window/{id}")
  ModelAndView agree(Page page, Viewer viewer, @ModelAttribute Agreed agreed) {
    CounterVisit visit = agreeAtCounter.get(agreed.id(), viewer);
    Target target =
        views.chosen(visit, agreed.target()).orElseThrow(SubmissionRefusals::matterMissing);
    try {
      agreeAtCounter.agree(
          visit,
          target,
          chosen(Shown.values(), agreed.shown()),
          chosen(Way.values(), agreed.way()),
          viewer);
      return page.redirect(
          visit.serves() == null
              ? target.apply() + "?for=" + visit.party()
              : "/applications/" + visit.serves());
    } catch (RefusedException refused) {
      return visit(page, visit, viewer, agreed, Refusals.of(refused));
    }
  }

  @PostMapping("/window/{id}/end")
  ModelAndView end(Page page, Viewer viewer, @PathVariable UUID id) {
    agreeAtCounter.end(agreeAtCounter.get(id, viewer), viewer);
    return page.redirect("/window");
  }

  private ModelAndView visit(
      Page page, CounterVisit visit, Viewer officer, Agreed agreed, Refusals errors) {
    Optional<Target> target = views.chosen(visit, agreed.target());
    Text words = target.map(one -> agreeAtCounter.words(visit, one)).orElse(Text.same(""));
    List<Choice> shown =
        Stream.of(Shown.values())
            .filter(one -> one.fits(agreeAtCounter.kind(visit)))
            .map(one -> Choice.of(word(one), page.t(one.words())))
            .toList();
    List<Choice> ways =
        Stream.of(Way.values()).map(one -> Choice.of(word(one), page.t(one.words()))).toList();
    var form =
        new ConsentForm(
            target.map(Target::toString).orElse(null),
            words,
            shown,
            agreed.shown(),
            ways,
            agreed.way());
    agreeAtCounter.look(visit, officer);
    VisitView view = views.make(page, visit, officer);
    return page.form(
        "submission/visit",
        TITLE,
        errors,
        "view",
        view,
        "targets",
        views.targets(page, visit),
        "consent",
        form,
        "codes",
        makeCode.find(visit).isPresent(),
        "joins",
        joinAtCounter.offered(visit),
        "joined",
        partAtCounter.find(visit).isPresent(),
        "byCode",
        makeCode.byCodeOnly(visit));
  }

  /** What is asked before anything is opened. */
  record ConsentForm(
      @Nullable String target,
      Text words,
      List<Choice> shown,
      @Nullable String shownAs,
      List<Choice> ways,
      @Nullable String way) {}

  static String word(Enum<?> one) {
    return one.name().toLowerCase(Locale.ROOT);
  }

  static <E extends Enum<E>> @Nullable E chosen(E[] all, @Nullable String word) {
    return Arrays.stream(all).filter(one -> word(one).equals(word)).findFirst().orElse(null);
  }
}
