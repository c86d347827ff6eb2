package org.yiwang.credential;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.yiwang.identity.Unit;
import org.yiwang.identity.Units;
import org.yiwang.identity.Viewer;
import org.yiwang.pack.Text;
import org.yiwang.page.Choice;
import org.yiwang.page.Page;
import org.yiwang.page.Refusals;
import org.yiwang.page.RefusedException;

/** The holder chooses what to show, to whom, what for and for how long (授权出示). */
@Controller
class PresentPages {
  private static final Text TITLE = Text.of("出示证照", "Present a credential");
  private static final String OTHER = "other";
  private static final String USUAL = "day";

  private static final Map<String, Lasting> LASTING = lasting();

  private final ShowWallet show;
  private final Credentials credentials;
  private final Units units;
  private final Issuers issuers;

  PresentPages(ShowWallet show, Credentials credentials, Units units, Issuers issuers) {
    this.show = show;
    this.credentials = credentials;
    this.units = units;
    this.issuers = issuers;
  }

  private record Lasting(Duration time, Text words) {}

  private static Map<String, Lasting> lasting() {
    Map<String, Lasting> all = new LinkedHashMap<>();
    all.put("half-hour", new Lasting(Duration.ofMinutes(30), Text.of("30 分钟", "30 minutes")));
    all.put(USUAL, new Lasting(Duration.ofDays(1), Text.of("1 天", "1 day")));
    all.put("week", new Lasting(Duration.ofDays(7), Text.of("7 天", "7 days")));
    all.put("month", new Lasting(Duration.ofDays(30), Text.of("30 天", "30 days")));
    return all;
  }

  /** The form as typed. */
  record Typed(
      @Nullable List<String> claims,
      @Nullable String purpose,
      @Nullable String recipient,
      @Nullable String other,
      @Nullable String lasts) {

    List<String> chosen() {
      return claims == null ? List.of() : claims;
    }

    PresentRequest request(UUID credential, Viewer viewer) {
      String to = words(recipient).equals(OTHER) ? words(other) : words(recipient);
      Lasting time = LASTING.get(words(lasts));
      return new PresentRequest(
          credential,
          Set.copyOf(chosen()),
          words(purpose),
          to,
          time == null ? Duration.ZERO : time.time(),
          WalletPages.actor(viewer));
    }

    static String words(@Nullable String typed) {
      return typed == null ? "" : typed.strip();
    }
  }

  /** What the form offers. */
  record Form(
      WalletView view,
      Typed typed,
      List<Choice> claims,
      List<WalletView.Line> always,
      List<Choice> recipients,
      List<Choice> lasting) {}

  @GetMapping("/wallet/{id}/present")
  ModelAndView ask(Page page, Viewer viewer, @PathVariable UUID id) {
    return form(page, viewer, id, new Typed(null, null, null, null, USUAL), Refusals.none());
  }

  @PostMapping("/wallet/{id}/present")
  ModelAndView present(
      Page page, Viewer viewer, @PathVariable UUID id, @ModelAttribute Typed typed) {
    show.own(id, viewer);
    try {
      Presentation made = credentials.present(typed.request(id, viewer));
      return page.redirect("/wallet/presentations/" + made.id());
    } catch (RefusedException refused) {
      return form(page, viewer, id, typed, Refusals.of(refused));
    }
  }

  private ModelAndView form(Page page, Viewer viewer, UUID id, Typed typed, Refusals errors) {
    WalletView view = show.show(id, viewer);
    Form form =
        new Form(
            view,
            typed,
            view.lines().stream()
                .filter(WalletView.Line::selective)
                .map(line -> new Choice(line.id(), page.t(line.name()), page.t(line.words())))
                .toList(),
            view.lines().stream().filter(line -> !line.selective()).toList(),
            recipients(page),
            LASTING.entrySet().stream()
                .map(e -> Choice.of(e.getKey(), page.t(e.getValue().words())))
                .toList());
    HttpStatus status = errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY;
    return page.view(status, "credential/present", TITLE, "form", form, "errors", errors);
  }

  private List<Choice> recipients(Page page) {
    List<Choice> choices = new ArrayList<>();
    choices.add(Choice.of(OTHER, page.t("其他单位或个人（写在下面）", "Somebody else (write below)")));
    issuers.elsewhere().forEach(known -> choices.add(Choice.of(known.url(), page.t(known.name()))));
    units.listUnits().stream()
        .filter(unit -> unit.kind() != Unit.Kind.COMMITTEE && unit.kind() != Unit.Kind.COMPANY)
        .forEach(unit -> choices.add(Choice.of(unit.id(), page.t(unit.name()))));
    return choices;
  }
}
