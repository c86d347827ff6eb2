package org.yiwang.request;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.yiwang.casework.Case;
import org.yiwang.casework.CasePhoto;
import org.yiwang.casework.CasePhotos;
import org.yiwang.identity.Viewer;
import org.yiwang.pack.Text;
import org.yiwang.page.Page;
import org.yiwang.page.Photo;
import org.yiwang.page.Refusals;
import org.yiwang.page.RefusedException;
import org.yiwang.page.SummaryRow;
import org.yiwang.party.Contact;

/** Check your answers, see whether somebody was quicker, and send. */
@Controller
class CheckPages {
  private static final Text TITLE = Text.of("核对后提交", "Check your answers");

  /** Where each answer was given. */
  private static final Map<String, String> STEPS =
      Map.of(
          "text", "/report#f-text",
          "category", "/report#f-category",
          "place", "/report/where#f-q",
          "photos", "/report/photos#f-photos",
          "name", "/report/contact#f-name",
          "phone", "/report/contact#f-phone",
          "mail", "/report/contact#f-mail");

  private final Requests requests;
  private final FollowRequest followRequest;
  private final Categories categories;
  private final CasePhotos photos;
  private final PlaceWords placeWords;
  private final ProofCookie proofCookie;

  CheckPages(
      Requests requests,
      FollowRequest followRequest,
      Categories categories,
      CasePhotos photos,
      PlaceWords placeWords,
      ProofCookie proofCookie) {
    this.requests = requests;
    this.followRequest = followRequest;
    this.categories = categories;
    this.photos = photos;
    this.placeWords = placeWords;
    this.proofCookie = proofCookie;
  }

  /** What the page shows. */
  record Check(List<SummaryRow> rows, List<Photo> photos, List<Same> same, Refusals errors) {}

  /** What somebody else reported nearby: enough to know it again, not what they wrote. */
  record Same(String number, String near, long metres, Instant opened) {}

  @GetMapping("/report/check")
  ModelAndView ask(Page page, Drafting drafting) {
    Draft draft = drafting.draft();
    return draft.next().equals("/report/check")
        ? show(page, draft, Refusals.none())
        : page.redirect(draft.next());
  }

  @PostMapping("/report/check")
  ModelAndView send(
      Page page,
      Drafting drafting,
      Viewer viewer,
      HttpServletRequest request,
      HttpServletResponse response) {
    Optional<String> sent = drafting.sent();
    if (sent.isPresent()) {
      return page.redirect("/report/done/" + sent.get());
    }
    Draft draft = drafting.begun();
    try {
      Filed filed = requests.file(request(page, draft), viewer);
      String number = filed.opened().number();
      drafting.save(draft.sentAs(number));
      proofCookie.remember(new Proof(number, true), request, response);
      return page.redirect("/report/done/" + number);
    } catch (RefusedException refused) {
      return show(page, draft, Refusals.of(refused).elsewhere(STEPS));
    }
  }

  /** "Me too": follow the request that is there already instead of sending another. */
  @PostMapping("/report/follow")
  ModelAndView follow(
      Page page,
      Drafting drafting,
      Viewer viewer,
      @RequestParam String number,
      HttpServletRequest request,
      HttpServletResponse response) {
    Draft draft = drafting.begun();
    Case followed =
        same(draft).stream()
            .filter(other -> other.number().equals(number))
            .findFirst()
            .orElseThrow(() -> new RefusedException(RequestRefusals.missing()));
    followRequest.follow(followed, draft.given(), page.language(), viewer);
    drafting.save(draft.sentAs(number));
    proofCookie.remember(new Proof(number, false), request, response);
    return page.redirect("/requests/lookup/" + number);
  }

  private NewRequest request(Page page, Draft draft) {
    return new NewRequest(
        String.valueOf(draft.category()),
        draft.text() == null ? "" : draft.text(),
        draft.fullPlace(),
        draft.given(),
        photos.listDraft(draft.id()).stream().map(CasePhoto::id).toList(),
        "web",
        page.language(),
        false,
        draft.id().toString());
  }

  private ModelAndView show(Page page, Draft draft, Refusals errors) {
    List<Photo> shown =
        photos.listDraft(draft.id()).stream()
            .map(photo -> ReportPhotoPages.photo(page, photo))
            .toList();
    Check check = new Check(rows(page, draft, shown.size()), shown, shown(page, draft), errors);
    return page.form("request/check", TITLE, errors, "check", check);
  }

  private List<Same> shown(Page page, Draft draft) {
    RequestPlace here = draft.place();
    return here == null
        ? List.of()
        : same(draft).stream().map(of -> shown(page, of, here)).toList();
  }

  private Same shown(Page page, Case of, RequestPlace here) {
    var there = new RequestPlace(of.where().lon(), of.where().lat(), of.where().area(), null);
    long metres = Math.round(there.metresTo(here).orElse(0));
    return new Same(of.number(), placeWords.of(page, there), metres, of.clocks().opened());
  }

  private List<Case> same(Draft draft) {
    RequestPlace place = draft.place();
    return draft.category() == null || place == null || place.lon() == null || place.lat() == null
        ? List.of()
        : requests.listSame(draft.category(), place.lon(), place.lat());
  }

  private List<SummaryRow> rows(Page page, Draft draft, int photoCount) {
    List<SummaryRow> rows = new ArrayList<>();
    String category =
        categories
            .findCategory(String.valueOf(draft.category()))
            .map(found -> page.t(found.name()))
            .orElse("");
    RequestPlace place = draft.fullPlace();
    rows.add(new SummaryRow(page.t("类别", "Category"), category, "/report"));
    rows.add(
        new SummaryRow(page.t("情况", "What"), draft.text() == null ? "" : draft.text(), "/report"));
    rows.add(
        new SummaryRow(
            page.t("地点", "Where"),
            place == null ? "" : placeWords.of(page, place),
            "/report/where"));
    rows.add(
        new SummaryRow(
            page.t("照片", "Photos"),
            photoCount == 0 ? "" : page.t(photoCount + " 张", String.valueOf(photoCount)),
            "/report/photos"));
    rows.add(
        new SummaryRow(
            page.t("联系方式", "How to reach you"), words(draft.given()), "/report/contact"));
    return rows;
  }

  private static String words(Contact contact) {
    return Stream.of(contact.name(), contact.phone(), contact.mail())
        .filter(part -> part != null && !part.isEmpty())
        .collect(Collectors.joining(" · "));
  }
}
