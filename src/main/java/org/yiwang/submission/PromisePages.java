package org.yiwang.submission;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.yiwang.casework.Move;
import org.yiwang.identity.Viewer;
import org.yiwang.pack.Text;
import org.yiwang.page.Page;
import org.yiwang.page.Refusals;
import org.yiwang.page.RefusedException;

/** What somebody has promised (我的承诺): until when it is looked at, what came out, objecting. */
@Controller
class PromisePages {
  private static final Text TITLE = Text.of("我的承诺", "My promises");

  private final PromiseStore store;
  private final PromiseView.Maker views;
  private final Acting acting;
  private final ActOnApplication actOnApplication;

  PromisePages(
      PromiseStore store,
      PromiseView.Maker views,
      Acting acting,
      ActOnApplication actOnApplication) {
    this.store = store;
    this.views = views;
    this.acting = acting;
    this.actOnApplication = actOnApplication;
  }

  @GetMapping("/promises")
  ModelAndView list(Page page, Viewer viewer) {
    viewer.requireSignedIn();
    List<PromiseView> all =
        store.listOf(acting.parties(viewer)).stream()
            .filter(promise -> may(viewer, promise))
            .map(promise -> views.make(page, promise))
            .toList();
    return page.view("submission/promises", TITLE, "promises", all);
  }

  @GetMapping("/promises/{id}")
  ModelAndView show(Page page, Viewer viewer, @PathVariable UUID id) {
    return show(page, get(id, viewer), Refusals.none());
  }

  /** The signature as a file, for any program that checks a JWS (RFC 7515). */
  @GetMapping(value = "/promises/{id}/signature", produces = "application/jose")
  ResponseEntity<String> signature(Viewer viewer, @PathVariable UUID id) {
    String signature =
        store.findSignature(get(id, viewer).id()).orElseThrow(SubmissionRefusals::promiseMissing);
    return ResponseEntity.ok()
        .header("Content-Disposition", "attachment; filename=\"promise-%s.jws\"".formatted(id))
        .body(signature);
  }

  /** What whoever signed does with the check: object. */
  record Act(UUID id, @Nullable String action, @Nullable Integer version, @Nullable String note) {}

  @PostMapping("/promises/{id}")
  ModelAndView act(Page page, Viewer viewer, @ModelAttribute Act act) {
    SignedPromise mine = get(act.id(), viewer);
    if (mine.check() == null) {
      throw SubmissionRefusals.promiseMissing();
    }
    var move =
        new Move(
            mine.check(),
            act.version() == null ? 0 : act.version(),
            act.action() == null ? "" : act.action(),
            Move.Given.NOTHING.withNote(act.note()));
    try {
      actOnApplication.act(acting.require(viewer, mine.submission()), move, viewer);
      return page.redirect(mine.href());
    } catch (RefusedException refused) {
      ModelAndView again = show(page, mine, Refusals.of(refused));
      again.setStatus(HttpStatus.valueOf(refused.refusals().getFirst().kind().http()));
      return again;
    }
  }

  private ModelAndView show(Page page, SignedPromise promise, Refusals errors) {
    return page.view(
        "submission/promise",
        promise.words().name(),
        "view",
        views.make(page, promise),
        "signed",
        store.findSignature(promise.id()).isPresent(),
        "errors",
        errors);
  }

  private boolean may(Viewer viewer, SignedPromise promise) {
    return acting.find(viewer, promise.party(), List.of(promise.matter())).isPresent();
  }

  private SignedPromise get(UUID id, Viewer viewer) {
    viewer.requireSignedIn();
    return store
        .find(id)
        .filter(one -> may(viewer, one))
        .orElseThrow(SubmissionRefusals::promiseMissing);
  }
}
