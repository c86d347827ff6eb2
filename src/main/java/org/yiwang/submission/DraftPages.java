package org.yiwang.submission;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.yiwang.identity.Viewer;
import org.yiwang.matter.Answers;
import org.yiwang.matter.Form.Part;
import org.yiwang.page.Page;
import org.yiwang.page.Refusal;
import org.yiwang.page.Refusals;
import org.yiwang.page.RefusedException;

/**
 * Fills a form in, page by page; each page is kept before it is checked, so that nothing is lost.
 */
@Controller
class DraftPages {
  private final Drafts drafts;
  private final PinnedPlaces pinned;
  private final FieldView.Maker fields;
  private final KnownPeople people;
  private final AttachFiles attached;

  DraftPages(
      Drafts drafts,
      PinnedPlaces pinned,
      FieldView.Maker fields,
      KnownPeople people,
      AttachFiles attached) {
    this.people = people;
    this.attached = attached;
    this.drafts = drafts;
    this.pinned = pinned;
    this.fields = fields;
  }

  /** Which page of which draft, from the address. */
  record Asked(UUID id, String part) {}

  /**
   * One page of questions as it is drawn.
   *
   * @param more whether there are further questions than were on it when it was sent
   */
  record PartView(
      Drafts.Open open,
      Part part,
      int number,
      int of,
      List<FieldView> fields,
      Refusals errors,
      boolean more,
      String back) {
    /** Whether files are sent with it. */
    boolean files() {
      return fields.stream().anyMatch(field -> field.attach() != null);
    }
  }

  /** Goes on where something is missing; to the check when nothing is. */
  @GetMapping("/drafts/{id}")
  ModelAndView goOn(Page page, Viewer viewer, @PathVariable UUID id) {
    Drafts.Open open = drafts.get(id, viewer);
    Answers answers = open.draft().filled().answers();
    return open.parts().stream()
        .filter(part -> !open.wanted().questions().faults(part, answers).isEmpty())
        .findFirst()
        .map(part -> page.redirect(open.draft().href() + "/parts/" + part.id()))
        .orElseGet(
            () ->
                page.redirect(
                    open.evidence().isEmpty()
                        ? open.draft().href() + "/check"
                        : open.draft().href() + "/evidence"));
  }

  @GetMapping("/drafts/{id}/parts/{part}")
  ModelAndView ask(Page page, Viewer viewer, Asked asked) {
    Drafts.Open open = drafts.get(asked.id(), viewer);
    return show(page, open, part(open, asked.part()), Refusals.none());
  }

  @PostMapping("/drafts/{id}/parts/{part}")
  ModelAndView answer(Page page, Viewer viewer, Asked asked, HttpServletRequest sent) {
    Drafts.Open open = drafts.get(asked.id(), viewer);
    Part part = part(open, asked.part());
    Answers before = open.draft().filled().answers();
    AttachFiles.Taken taken = taken(open, part, sent);
    Answers answers = taken.answers();
    Drafts.Open saved;
    try {
      saved = drafts.save(open, open.draft().filled().with(answers));
    } catch (RefusedException refused) {
      return again(page, viewer, asked, sent, refused);
    }
    attached.forget(saved, taken.removed());
    if (!taken.refusals().isEmpty()) {
      return show(page, saved, part(saved, asked.part()), new Refusals(taken.refusals()));
    }
    if (FormReading.changesRows(sent) || !taken.removed().isEmpty()) {
      return show(page, saved, part(saved, asked.part()), Refusals.none());
    }
    if (sent.getParameter("ask-help") != null) {
      return page.redirect(saved.draft().href() + "/help?at=" + AskedFrom.part(part));
    }
    Part now = part(saved, asked.part());
    var seen = new AskedPlaces(part, before);
    Refusals faults = new Refusals(faults(saved, now, answers));
    if (faults.isEmpty() && !seen.leadsTo(now, answers)) {
      return page.redirect(saved.after(asked.part()));
    }
    return seen.missedBy(faults)
        ? show(page, saved, now, Refusals.none(), true)
        : show(page, saved, now, faults);
  }

  /** What was sent, with whoever was taken over and with its files. */
  private AttachFiles.Taken taken(Drafts.Open open, Part part, HttpServletRequest sent) {
    Answers read = FormReading.read(part, open.draft().filled().answers(), sent);
    Answers more = people.taken(open, part, read, sent.getParameter(KnownPeople.TAKE));
    return attached.take(open, part, pinned.withStreet(part, more), sent);
  }

  /**
   * Changed in another window since it was read: the draft as it is by now, with what was typed.
   */
  private ModelAndView again(
      Page page, Viewer viewer, Asked asked, HttpServletRequest sent, RefusedException refused) {
    if (refused.refusals().getFirst().kind() != Refusal.Kind.OUTDATED) {
      throw refused;
    }
    Drafts.Open now = drafts.get(asked.id(), viewer);
    Part part = part(now, asked.part());
    Answers typed = FormReading.read(part, now.draft().filled().answers(), sent);
    Drafts.Open shown = now.with(now.draft().with(now.draft().filled().with(typed)));
    return show(page, shown, part, new Refusals(List.of(SubmissionRefusals.answersOutdated())));
  }

  private List<Refusal> faults(Drafts.Open open, Part part, Answers answers) {
    List<Refusal> faults = new ArrayList<>(open.wanted().questions().faults(part, answers));
    faults.addAll(pinned.faults(List.of(part), answers));
    return faults;
  }

  /** The page of that id; a page that these answers do not lead to is not there. */
  private static Part part(Drafts.Open open, String id) {
    return open.parts().stream()
        .filter(part -> part.id().equals(id))
        .findFirst()
        .orElseThrow(SubmissionRefusals::draftMissing);
  }

  private ModelAndView show(Page page, Drafts.Open open, Part part, Refusals errors) {
    return show(page, open, part, errors, false);
  }

  /**
   * @param more whether it comes back since what was answered leads to further questions on it
   */
  private ModelAndView show(Page page, Drafts.Open open, Part part, Refusals errors, boolean more) {
    List<String> ids = open.parts().stream().map(Part::id).toList();
    PartView view =
        new PartView(
            open,
            part,
            ids.indexOf(part.id()) + 1,
            ids.size(),
            part.fields().stream()
                .map(
                    field ->
                        fields.of(page, field, open.draft().filled(), people.list(field, open)))
                .toList(),
            errors,
            more,
            open.before(part.id()));
    return page.view(
        errors.isEmpty()
            ? HttpStatus.OK
            : HttpStatus.valueOf(errors.list().getFirst().kind().http()),
        "submission/part",
        part.name(),
        "view",
        view);
  }

  @PostMapping("/drafts/{id}/drop")
  ModelAndView drop(Page page, Viewer viewer, @PathVariable UUID id) {
    Drafts.Open open = drafts.get(id, viewer);
    drafts.drop(open, viewer);
    CounterVisit visit = open.acting().visit();
    return page.redirect(visit == null ? "/applications" : visit.href());
  }
}
