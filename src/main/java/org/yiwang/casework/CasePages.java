package org.yiwang.casework;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.yiwang.casework.CaseSheet.Sheet;
import org.yiwang.identity.OneReading;
import org.yiwang.identity.OneReading.Why;
import org.yiwang.identity.Permission;
import org.yiwang.identity.Viewer;
import org.yiwang.journal.Once;
import org.yiwang.pack.Text;
import org.yiwang.page.Page;
import org.yiwang.page.Refusal;
import org.yiwang.page.Refusals;
import org.yiwang.page.RefusedException;
import org.yiwang.party.Contact;
import org.yiwang.party.Contacts;
import org.yiwang.party.Parties;

/** A case for those who work on it (办件页): facts, map, history, and exactly what they may do now. */
@Controller
@RequestMapping("/cases")
class CasePages {
  private final Cases cases;
  private final CasePhotos photos;
  private final CaseView.Maker views;
  private final SentForms sentForms;
  private final Parties parties;
  private final Contacts contacts;
  private final List<CaseSheet> sheets;
  private final OneReading reading;
  private final Once once;

  CasePages(
      Cases cases,
      CasePhotos photos,
      CaseView.Maker views,
      SentForms sentForms,
      Parties parties,
      Contacts contacts,
      List<CaseSheet> sheets,
      OneReading reading,
      Once once) {
    this.once = once;
    this.reading = reading;
    this.cases = cases;
    this.photos = photos;
    this.views = views;
    this.sentForms = sentForms;
    this.parties = parties;
    this.contacts = contacts;
    this.sheets = sheets;
  }

  @GetMapping("/{number}")
  ModelAndView show(@PathVariable String number, Viewer viewer, Page page) {
    viewer.require(Permission.SEE_CASES);
    Case of = cases.get(number, viewer);
    return page.query().first("done") == null
        ? draw(of, viewer, page, SentForm.none())
        : reading.goOn(Why.DONE, () -> draw(of, viewer, page, SentForm.none()));
  }

  @PostMapping("/{number}/do/{action}")
  ModelAndView act(@ModelAttribute ActionForm form, Viewer viewer, Page page) {
    viewer.require(Permission.SEE_CASES);
    Case seen = cases.get(form.number(), viewer);
    SentForm sent = sentForms.read(form, viewer);
    try {
      if (!sent.errors().isEmpty()) {
        throw new RefusedException(sent.errors().list());
      }
      once.once(
          form.key(), viewer.requireSignedIn(), form.fingerprint(), () -> act(form, sent, viewer));
      return page.redirect("/cases/" + form.number() + "?done=" + form.action());
    } catch (RefusedException refused) {
      return again(seen, sent.failed(Refusals.of(refused)), viewer, page);
    }
  }

  private String act(ActionForm form, SentForm sent, Viewer viewer) {
    return cases.act(form.move(sent.given()), Mover.of(viewer)).number();
  }

  /** Shows who reported and all numbers in full, once; each press is a look of its own. */
  @PostMapping("/{number}/contact")
  ModelAndView contact(@PathVariable String number, Viewer viewer, Page page) {
    viewer.require(Permission.SEE_CASES);
    Case of = cases.get(number, viewer);
    viewer.require(Permission.UNMASK);
    return reading.asked(() -> whole(of, viewer, page));
  }

  private ModelAndView whole(Case of, Viewer viewer, Page page) {
    CaseView view = views.make(page, of, Mover.of(viewer), isNamed(of));
    CaseView whole = view.contact() == null ? view : view.revealing(contact(of, viewer));
    return drawn(
        page, whole, viewer, SentForm.none(), sheet -> sheet.findWhole(facts(of), viewer, page));
  }

  private Contact contact(Case of, Viewer viewer) {
    UUID reporter = Objects.requireNonNull(of.origin().reporter());
    return contacts.reveal(viewer, reporter, of.subject(), CaseSheet.inFull(of));
  }

  /** The page again with what was filled in; a case that moved on is shown as it is now. */
  private ModelAndView again(Case seen, SentForm sent, Viewer viewer, Page page) {
    Case now = cases.get(seen.number(), viewer);
    ModelAndView drawn = reading.goOn(Why.CAME_BACK, () -> draw(now, viewer, page, sent));
    Refusal first = sent.errors().list().getFirst();
    drawn.setStatus(HttpStatus.valueOf(first.kind().http()));
    return drawn;
  }

  private ModelAndView draw(Case of, Viewer viewer, Page page, SentForm sent) {
    boolean named = isNamed(of);
    CaseView view = views.make(page, of, Mover.of(viewer), named);
    if (view.contact() != null && named) {
      view = view.revealing(named(page, of, view.contact()));
    }
    return drawn(page, view, viewer, sent, sheet -> sheet.find(facts(of), viewer, page));
  }

  private boolean isNamed(Case of) {
    return sheets.stream().anyMatch(sheet -> sheet.namesParty(of));
  }

  private ModelAndView drawn(
      Page page,
      CaseView view,
      Viewer viewer,
      SentForm sent,
      Function<CaseSheet, Optional<Sheet>> look) {
    Case of = view.of();
    return page.view(
        "casework/case",
        of.about().title(),
        "of",
        view,
        "sent",
        sent,
        "pages",
        pages(view),
        "owner",
        viewer.requireSignedIn(),
        "unmaskable",
        viewer.may(Permission.UNMASK),
        "sheets",
        sheets.stream().flatMap(sheet -> look.apply(sheet).stream()).toList());
  }

  /** Of the actions offered, those that have a page of their own. */
  private Map<String, String> pages(CaseView view) {
    Map<String, String> pages = new HashMap<>();
    for (Offer offer : view.offers()) {
      sheets.stream()
          .flatMap(sheet -> sheet.pageOf(view.of(), offer.id()).stream())
          .findFirst()
          .ifPresent(href -> pages.put(offer.id(), href));
    }
    return pages;
  }

  /** The name in full; numbers stay hidden until they are asked for. */
  private Contact named(Page page, Case of, Contact hidden) {
    Text name = parties.nameOf(Objects.requireNonNull(of.origin().reporter())).name();
    return new Contact(
        name.zh().isEmpty() ? hidden.name() : page.t(name), hidden.phone(), hidden.mail());
  }

  /** An opinion is given on what stands in the case that asks for it. */
  private Case facts(Case of) {
    return of.parent() == null ? of : cases.find(of.parent().number()).orElse(of);
  }

  @GetMapping("/{number}/photos/{id}")
  ResponseEntity<byte[]> photo(
      @PathVariable String number,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "false") boolean small,
      Viewer viewer) {
    viewer.require(Permission.SEE_CASES);
    Case of = cases.get(number, viewer);
    return photos
        .find(id)
        .filter(
            photo ->
                of.number().equals(photo.number()) || facts(of).number().equals(photo.number()))
        .flatMap(photo -> photos.findPicture(photo.id(), small))
        .map(CasePages::jpeg)
        .orElseThrow(() -> CaseRefusals.missing(number));
  }

  static ResponseEntity<byte[]> jpeg(byte[] picture) {
    return ResponseEntity.ok()
        .contentType(MediaType.IMAGE_JPEG)
        .cacheControl(CacheControl.noStore())
        .body(picture);
  }
}
