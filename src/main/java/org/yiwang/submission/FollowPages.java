package org.yiwang.submission;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.yiwang.casework.Move;
import org.yiwang.identity.AccessLog;
import org.yiwang.identity.Viewer;
import org.yiwang.pack.Text;
import org.yiwang.page.Page;
import org.yiwang.page.Refusals;
import org.yiwang.page.RefusedException;

/**
 * One application, for whoever has its number and code and no account (凭码查办); and the slip with the
 * code, at the counter. The code is only ever typed into a form: no address holds it.
 */
@Controller
class FollowPages {
  private static final Text TITLE = Text.of("凭办件码查办", "Follow with a case code");
  private static final Text SLIP = Text.of("办件码凭条", "Slip with the case code");
  private static final String HELD = "yiwang.case-code";

  private final OpenByCode openByCode;
  private final MakeCode makeCode;
  private final AgreeAtCounter visits;
  private final ActOnApplication actOnApplication;
  private final ApplicationView.Maker views;
  private final SubmissionStore store;
  private final AccessLog access;
  private final VisitStore visitStore;
  private final SlipLink slipLink;

  FollowPages(
      OpenByCode openByCode,
      MakeCode makeCode,
      AgreeAtCounter visits,
      ActOnApplication actOnApplication,
      ApplicationView.Maker views,
      SubmissionStore store,
      AccessLog access,
      VisitStore visitStore,
      SlipLink slipLink) {
    this.slipLink = slipLink;
    this.visitStore = visitStore;
    this.openByCode = openByCode;
    this.makeCode = makeCode;
    this.visits = visits;
    this.actOnApplication = actOnApplication;
    this.views = views;
    this.store = store;
    this.access = access;
  }

  @GetMapping("/follow")
  ModelAndView ask(Page page) {
    return form(page, "", Refusals.none());
  }

  @PostMapping("/follow")
  ModelAndView open(
      Page page,
      HttpServletRequest request,
      @RequestParam(defaultValue = "") String number,
      @RequestParam(defaultValue = "") String code) {
    try {
      OpenByCode.Held held = openByCode.open(number, code);
      HttpSession session = request.getSession();
      request.changeSessionId(); // nobody knows it beforehand
      session.setAttribute(HELD, held);
      return page.redirect("/follow/" + held.submission());
    } catch (RefusedException refused) {
      return form(page, number.length() > 40 ? "" : number, Refusals.of(refused));
    }
  }

  private static ModelAndView form(Page page, String number, Refusals errors) {
    return page.form("submission/follow", TITLE, errors, "number", number);
  }

  @GetMapping("/follow/{id}")
  ModelAndView show(Page page, HttpServletRequest request, @PathVariable UUID id) {
    return held(request)
        .flatMap(held -> openByCode.find(held, id))
        .map(sent -> show(page, sent, Refusals.none(), PostalAddress.NOTHING))
        .orElseGet(() -> page.redirect("/follow"));
  }

  @PostMapping("/follow/{id}/{number}")
  ModelAndView act(
      Page page, HttpServletRequest request, @ModelAttribute ApplicationPages.Act act) {
    Optional<OpenByCode.Held> held = held(request);
    Optional<Submission> sent = held.flatMap(one -> openByCode.find(one, act.id()));
    if (sent.isEmpty()) {
      return page.redirect("/follow");
    }
    var given = Move.Given.NOTHING.withNote(act.note()).withRating(act.rating());
    try {
      Move move = new Move(act.number(), act.seen(), act.done(), given);
      actOnApplication.actByCode(held.orElseThrow(), act.id(), move, act.to());
      return page.redirect("/follow/" + act.id());
    } catch (RefusedException refused) {
      String form = ApplicationView.formOf(act.done(), act.number());
      return show(page, sent.get(), Refusals.of(refused).within(form), act.to());
    }
  }

  @PostMapping("/follow/close")
  ModelAndView close(Page page, HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.removeAttribute(HELD);
    }
    return page.redirect("/follow");
  }

  /** The slip, shown once: what is made anew ends what was printed before. */
  @PostMapping("/window/{id}/code")
  ModelAndView slip(Page page, Viewer viewer, @PathVariable UUID id) {
    CounterVisit visit = visits.get(id, viewer);
    CaseCode code = makeCode.make(visit, viewer);
    Submission sent = makeCode.find(visit).orElseThrow();
    return page.view(
        "submission/slip",
        SLIP,
        "visit",
        visit.href(),
        "application",
        views.make(page, sent),
        "code",
        code.grouped(),
        "link",
        slipLink.of(sent, code));
  }

  private static Optional<OpenByCode.Held> held(HttpServletRequest request) {
    @Nullable HttpSession session = request.getSession(false);
    return Optional.ofNullable(session)
        .map(one -> one.getAttribute(HELD))
        .map(OpenByCode.Held.class::cast);
  }

  private ModelAndView show(Page page, Submission sent, Refusals errors, PostalAddress typed) {
    ApplicationView view = views.make(page, sent);
    int answer = errors.isEmpty() ? 200 : errors.list().getFirst().kind().http();
    return page.view(
        HttpStatus.valueOf(answer),
        "submission/followed",
        view.name(),
        "view",
        view,
        "looks",
        looks(sent),
        "errors",
        errors,
        "typed",
        typed);
  }

  /** Who looked, of this application alone: its cases, and the visits at which it was taken in. */
  private List<AccessLog.Look> looks(Submission sent) {
    Set<String> subjects = new LinkedHashSet<>();
    store.listParts(sent.id()).stream()
        .filter(part -> part.number() != null)
        .forEach(part -> subjects.add("case:" + part.number()));
    subjects.add(sent.subject());
    if (sent.visit() != null) {
      subjects.add(CounterVisit.PREFIX + sent.visit());
    }
    visitStore.listServing(sent.id()).forEach(one -> subjects.add(one.subject()));
    return subjects.stream()
        .flatMap(subject -> access.listLooks(subject).stream())
        .filter(look -> look.concerns().equals("party:" + sent.party()))
        .sorted(Comparator.comparing(AccessLog.Look::at))
        .toList();
  }
}
