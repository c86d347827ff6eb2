package org.yiwang.request;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriUtils;
import org.yiwang.casework.Case;
import org.yiwang.casework.CasePhotos;
import org.yiwang.casework.Cases;
import org.yiwang.casework.Move;
import org.yiwang.casework.Mover;
import org.yiwang.identity.Viewer;
import org.yiwang.pack.Text;
import org.yiwang.page.Page;
import org.yiwang.page.PlainWords;
import org.yiwang.page.Refusals;
import org.yiwang.page.RefusedException;

/**
 * Looking a request up, and what whoever reported may do with it: rate, withdraw. Cases of other
 * modules have their own pages; those about a file come here for whoever has signed in.
 */
@Controller
class LookupPages {
  private static final Text TITLE = Text.of("查进展", "Look up a request");

  private final Requests requests;
  private final Cases cases;
  private final CasePhotos photos;
  private final ShowRequest showRequest;
  private final ProofCookie proofCookie;

  LookupPages(
      Requests requests,
      Cases cases,
      CasePhotos photos,
      ShowRequest showRequest,
      ProofCookie proofCookie) {
    this.requests = requests;
    this.cases = cases;
    this.photos = photos;
    this.showRequest = showRequest;
    this.proofCookie = proofCookie;
  }

  /** What is done with a request; blank is not given. */
  record Act(String action, int version, @Nullable String note, @Nullable String rating) {
    Move move(String number) {
      Integer stars = rating != null && rating.matches("[1-5]") ? Integer.valueOf(rating) : null;
      String words = PlainWords.lines(note);
      return new Move(
          number,
          version,
          action,
          Move.Given.NOTHING.withNote(words.isEmpty() ? null : words).withRating(stars));
    }
  }

  @GetMapping("/requests/lookup")
  ModelAndView ask(Page page, @RequestParam(defaultValue = "") String number) {
    return form(page, number, Refusals.none());
  }

  @PostMapping("/requests/lookup")
  ModelAndView prove(
      Page page,
      @RequestParam(defaultValue = "") String number,
      @RequestParam(defaultValue = "") String code,
      HttpServletRequest request,
      HttpServletResponse response) {
    try {
      Proof proof = requests.prove(number, code).orElseThrow(() -> missing());
      proofCookie.remember(proof, request, response);
      return page.redirect("/requests/lookup/" + proof.number());
    } catch (RefusedException refused) {
      return form(page, number, Refusals.of(refused));
    }
  }

  private static ModelAndView form(Page page, String number, Refusals errors) {
    String shown = number.length() > 40 ? "" : number;
    return page.form("request/lookup", TITLE, errors, "number", shown);
  }

  @GetMapping("/requests/lookup/{number}")
  ModelAndView show(
      Page page, Viewer viewer, @PathVariable String number, HttpServletRequest request) {
    Optional<Case> found = cases.find(number.toUpperCase(Locale.ROOT));
    Optional<Proof> proof = found.flatMap(of -> proof(of, viewer, request));
    return proof
        .map(of -> view(page, found.orElseThrow(), of, Refusals.none()))
        .orElseGet(
            () ->
                page.redirect(
                    found
                        .flatMap(of -> requests.elsewhere(of, viewer))
                        .orElse("/requests/lookup?number=" + UriUtils.encode(number, UTF_8))));
  }

  private Optional<Proof> proof(Case of, Viewer viewer, HttpServletRequest request) {
    return requests
        .prove(of, viewer)
        .or(() -> requests.prove(of, number -> proofCookie.find(request, number)));
  }

  private ModelAndView view(Page page, Case of, Proof proof, Refusals errors) {
    RequestView view = showRequest.show(page, of, proof);
    return page.form("request/request", of.about().title(), errors, "view", view);
  }

  @PostMapping("/requests/lookup/{number}")
  ModelAndView act(
      Page page,
      Viewer viewer,
      @PathVariable String number,
      @ModelAttribute Act act,
      HttpServletRequest request) {
    Case of = cases.find(number).orElseThrow(() -> missing());
    Proof proof = proof(of, viewer, request).filter(Proof::reporter).orElseThrow(() -> missing());
    try {
      boolean offered =
          showRequest.offers(of).stream().anyMatch(offer -> offer.id().equals(act.action()));
      cases.act(act.move(number), Mover.reporter(offered ? Viewer.anonymous() : viewer));
      return page.redirect("/requests/lookup/" + number);
    } catch (RefusedException refused) {
      return view(
          page, cases.find(number).orElseThrow(), proof, Refusals.of(refused).within(act.action()));
    }
  }

  @GetMapping("/requests/lookup/{number}/photos/{id}")
  ResponseEntity<byte[]> photo(
      Viewer viewer,
      @PathVariable String number,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "false") boolean small,
      HttpServletRequest request) {
    Case of = cases.find(number).orElseThrow(() -> missing());
    byte[] jpeg =
        proof(of, viewer, request)
            .filter(proof -> showRequest.mayShow(of, proof, id))
            .flatMap(proof -> photos.findPicture(id, small))
            .orElseThrow(() -> missing());
    return ReportPhotoPages.jpeg(jpeg);
  }

  private static RefusedException missing() {
    return new RefusedException(RequestRefusals.missing());
  }
}
