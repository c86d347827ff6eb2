package org.yiwang.credential;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.yiwang.credential.FindAsked.Fitting;
import org.yiwang.credential.ReadAsked.Asking;
import org.yiwang.credential.ReadAsked.Wanted;
import org.yiwang.identity.Viewer;
import org.yiwang.pack.Text;
import org.yiwang.page.Choice;
import org.yiwang.page.Page;
import org.yiwang.page.Refusal;
import org.yiwang.page.Refusals;
import org.yiwang.page.RefusedException;

/**
 * Another region asks for credentials (外地调取授权): their holder sees who asks, what for, what would be
 * shown and for how long, and agrees or declines, to all of it or nothing.
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
  record Consent(Asking asking, List<Offered> offered) {
    /** Whether there is something for all that is asked for. */
    boolean whole() {
      return missing().isEmpty();
    }

    /** Of what the wallet has none. */
    List<Text> missing() {
      return offered.stream()
          .filter(one -> one.fitting().isEmpty())
          .map(one -> one.wanted().type().name())
          .toList();
    }
  }

  /** What the wallet has for one credential that is asked for, and which the holder chose. */
  record Offered(Wanted wanted, List<Fitting> fitting, @Nullable String said) {
    String field() {
      return field(wanted);
    }

    private static String field(Wanted wanted) {
      return "credential-" + wanted.query().id();
    }

    /** By number; what each says stands below. */
    List<Choice> choices(Page page) {
      return fitting.stream()
          .map(Fitting::of)
          .map(of -> new Choice(of.id().toString(), of.number(), page.t(of.name())))
          .toList();
    }

    Optional<UUID> chosen() {
      return fitting.stream()
          .map(one -> one.of().id())
          .filter(id -> id.toString().equals(said))
          .findFirst();
    }
  }

  @GetMapping("/wallet/asked")
  ModelAndView ask(
      Page page,
      Viewer viewer,
      @RequestParam(name = "client_id", defaultValue = "") String client,
      @RequestParam(defaultValue = "") String request) {
    viewer.requireSignedIn();
    Asking asking = reading.read(client, request);
    return consent(page, new Consent(asking, offered(viewer, asking, Map.of())), Refusals.none());
  }

  @PostMapping("/wallet/asked")
  ModelAndView decide(Page page, Viewer viewer, @RequestParam Map<String, String> sent) {
    viewer.requireSignedIn();
    Asking asking =
        reading.read(sent.getOrDefault("client_id", ""), sent.getOrDefault("request", ""));
    if (!"agree".equals(sent.get("decision"))) {
      return done(page, asking, DECLINED, answer.decline(asking));
    }
    Consent consent = new Consent(asking, offered(viewer, asking, sent));
    List<Refusal> open =
        consent.offered().stream()
            .filter(one -> one.chosen().isEmpty())
            .map(one -> AskedRefusals.notChosen(one.field()))
            .toList();
    return open.isEmpty()
        ? agreed(page, viewer, consent)
        : consent(page, consent, new Refusals(open));
  }

  private List<Offered> offered(Viewer viewer, Asking asking, Map<String, String> sent) {
    return asking.wanted().stream()
        .map(one -> new Offered(one, find.find(viewer, one.query()), sent.get(Offered.field(one))))
        .toList();
  }

  private ModelAndView agreed(Page page, Viewer viewer, Consent consent) {
    Map<String, UUID> chosen = new LinkedHashMap<>();
    consent
        .offered()
        .forEach(one -> chosen.put(one.wanted().query().id(), one.chosen().orElseThrow()));
    Asking asking = consent.asking();
    try {
      String next = answer.agree(asking, chosen, page.language(), WalletPages.actor(viewer));
      return done(page, asking, GIVEN, next);
    } catch (RefusedException refused) {
      return consent(page, consent, Refusals.of(refused));
    }
  }

  private static ModelAndView consent(Page page, Consent consent, Refusals errors) {
    return page.view(
        errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY,
        "credential/asked",
        TITLE,
        "consent",
        consent,
        "errors",
        errors);
  }

  private static ModelAndView done(Page page, Asking asking, Text title, String next) {
    return page.view("credential/answered", title, "asking", asking, "next", next);
  }
}
