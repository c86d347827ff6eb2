package org.yiwang.credential;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.yiwang.credential.FindAsked.Fitting;
import org.yiwang.credential.ReadAsked.Asking;
import org.yiwang.identity.Viewer;
import org.yiwang.pack.Text;
import org.yiwang.page.Choice;
import org.yiwang.page.Page;
import org.yiwang.page.Refusals;
import org.yiwang.page.RefusedException;

/**
 * Another region asks for a credential (外地调取授权): its holder sees who asks, what for, what would be
 * shown and for how long, and agrees or declines.
 */
@Controller
class AskedPages {
  private static final Text TITLE = Text.of("外地要调取您的证照", "Another region asks for your credential");
  private static final Text GIVEN = Text.of("已给出", "Given");
  private static final Text DECLINED = Text.of("没有给出", "Not given");

  private final ReadAsked reading;
  private final FindAsked find;
  private final AnswerAsked answer;

  AskedPages(ReadAsked reading, FindAsked find, AnswerAsked answer) {
    this.reading = reading;
    this.find = find;
    this.answer = answer;
  }

  /** What the holder decides about. */
  record Consent(Asking asking, List<Fitting> fitting, @Nullable String chosen) {
    /** By number; what each says stands below. */
    List<Choice> choices(Page page) {
      return fitting.stream()
          .map(Fitting::of)
          .map(of -> new Choice(of.id().toString(), of.number(), page.t(of.name())))
          .toList();
    }
  }

  @GetMapping("/wallet/asked")
  ModelAndView ask(
      Page page,
      Viewer viewer,
      @RequestParam(name = "client_id", defaultValue = "") String client,
      @RequestParam(defaultValue = "") String request) {
    viewer.requireSignedIn();
    return consent(page, viewer, reading.read(client, request), null, Refusals.none());
  }

  @PostMapping("/wallet/asked")
  ModelAndView decide(
      Page page,
      Viewer viewer,
      @RequestParam(name = "client_id", defaultValue = "") String client,
      @RequestParam(defaultValue = "") String request,
      @RequestParam(defaultValue = "") String credential,
      @RequestParam(defaultValue = "") String decision) {
    viewer.requireSignedIn();
    Asking asking = reading.read(client, request);
    if (!"agree".equals(decision)) {
      return done(page, asking, DECLINED, answer.decline(asking));
    }
    Optional<Fitting> chosen =
        find.find(viewer, asking.request()).stream()
            .filter(one -> one.of().id().toString().equals(credential))
            .findFirst();
    if (chosen.isEmpty()) {
      Refusals refusals = Refusals.of(AskedRefusals.notChosen());
      return consent(page, viewer, asking, credential, refusals);
    }
    return agreed(page, viewer, asking, chosen.get());
  }

  private ModelAndView agreed(Page page, Viewer viewer, Asking asking, Fitting chosen) {
    try {
      String next =
          answer.agree(asking, chosen.of().id(), page.language(), WalletPages.actor(viewer));
      return done(page, asking, GIVEN, next);
    } catch (RefusedException refused) {
      String id = chosen.of().id().toString();
      return consent(page, viewer, asking, id, Refusals.of(refused));
    }
  }

  private ModelAndView consent(
      Page page, Viewer viewer, Asking asking, @Nullable String chosen, Refusals errors) {
    return page.view(
        errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY,
        "credential/asked",
        TITLE,
        "consent",
        new Consent(asking, find.find(viewer, asking.request()), chosen),
        "errors",
        errors);
  }

  private static ModelAndView done(Page page, Asking asking, Text title, String next) {
    return page.view("credential/answered", title, "asking", asking, "next", next);
  }
}
