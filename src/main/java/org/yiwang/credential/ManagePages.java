package org.yiwang.credential;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.identity.Permission;
import org.yiwang.identity.Viewer;
import org.yiwang.pack.Text;
import org.yiwang.page.Page;
import org.yiwang.page.Refusal;
import org.yiwang.page.Refusals;
import org.yiwang.page.RefusedException;

/** An issuer's officers find, revoke and correct what their unit has issued (证照管理). */
@Controller
class ManagePages {
  private static final Text TITLE = Text.of("证照管理", "Credentials issued");
  private static final Text WHY = Text.of("为什么查看", "Why you look");
  private static final String CLAIM = "claim-";

  private final OfficersLook look;
  private final TakeBack takeBack;
  private final Wallet wallet;
  private final IssueCredential.Words words;
  private final DistrictTime time;
  private final ClaimWords claimWords;

  ManagePages(
      OfficersLook look,
      TakeBack takeBack,
      Wallet wallet,
      IssueCredential.Words words,
      DistrictTime time,
      ClaimWords claimWords) {
    this.claimWords = claimWords;
    this.look = look;
    this.takeBack = takeBack;
    this.wallet = wallet;
    this.words = words;
    this.time = time;
  }

  /** What is sought, and why. */
  record Sought(@Nullable String q, @Nullable String why) {
    String words() {
      return q == null ? "" : q.strip();
    }
  }

  /** One line of the list. */
  record Row(Credential of, Text unit, WalletView.Standing standing) {}

  /**
   * The list.
   *
   * @param sought null words: what was issued last
   */
  record Listing(Sought sought, List<Row> rows) {}

  /**
   * One credential as its issuer's officer sees it.
   *
   * @param reason why it was taken back; null while it was not
   * @param typed what was typed into the form that came back, by field
   */
  record View(
      Credential of,
      Text unit,
      List<WalletView.Line> lines,
      WalletView.Standing standing,
      @Nullable Text reason,
      String caseNumber,
      String why,
      Map<String, String> typed) {

    boolean counts() {
      return of.revoked() == null;
    }

    String typed(String field, String before) {
      return typed.getOrDefault(field, before);
    }
  }

  /** What was issued last, or the one with that number of its own; no identifier is sought here. */
  @GetMapping("/credentials")
  ModelAndView list(Page page, Viewer viewer, @ModelAttribute Sought sought) {
    viewer.require(Permission.MANAGE_CREDENTIALS);
    return found(
        page,
        sought,
        () ->
            sought.words().isEmpty()
                ? look.newest(viewer)
                : look.findNumbered(viewer, sought.words(), sought.why()));
  }

  /**
   * By POST, so that no identity number stands in an address. A credential's own number may: then
   * the way back leads to what was found.
   */
  @PostMapping("/credentials")
  ModelAndView find(Page page, Viewer viewer, @ModelAttribute Sought sought) {
    viewer.require(Permission.MANAGE_CREDENTIALS);
    if (sought.words().isEmpty()) {
      return page.redirect("/credentials");
    }
    return look.isNumber(viewer, sought.words())
        ? page.redirect(address(sought))
        : found(page, sought, () -> look.find(viewer, sought.words(), sought.why()));
  }

  private static String address(Sought sought) {
    String why = why(sought);
    return "/credentials?q=" + encoded(sought.words()) + why.replace('?', '&');
  }

  private ModelAndView found(Page page, Sought sought, Supplier<List<Credential>> look) {
    try {
      List<Credential> found = look.get();
      return list(page, new Listing(sought, found.stream().map(this::row).toList()), null);
    } catch (RefusedException refused) {
      return list(page, new Listing(sought, List.of()), Refusals.of(refused));
    }
  }

  private static ModelAndView list(Page page, Listing listing, @Nullable Refusals errors) {
    HttpStatus status = errors == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY;
    Refusals shown = errors == null ? Refusals.none() : errors;
    return page.view(status, "credential/issued", TITLE, "listing", listing, "errors", shown);
  }

  private Row row(Credential of) {
    return new Row(of, words.unit(of.issuer()), WalletView.standing(of, time.instant()));
  }

  /** Without a reason it asks for one first. */
  @GetMapping("/credentials/{id}")
  ModelAndView one(
      Page page,
      Viewer viewer,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String why) {
    CredentialStore.Row row = look.get(viewer, id);
    return why.isBlank()
        ? page.view("credential/why", WHY, "id", id, "number", row.number())
        : show(page, look.open(viewer, id, why), why, new Answer(Map.of(), Refusals.none()));
  }

  /** A form that comes back. */
  private record Answer(Map<String, String> typed, Refusals errors) {}

  private ModelAndView show(Page page, CredentialStore.Row row, String why, Answer answer) {
    Credential of = wallet.shown(row);
    Instant now = time.instant();
    View view =
        new View(
            of,
            words.unit(row.issuer()),
            WalletView.lines(of, wallet.type(row.type(), row.name(), row.issuer()), claimWords),
            WalletView.standing(of, now),
            row.reason(),
            row.caseNumber(),
            why,
            answer.typed());
    HttpStatus status = answer.errors().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY;
    return page.view(
        status, "credential/manage", row.name(), "view", view, "errors", answer.errors());
  }

  @PostMapping("/credentials/{id}/revoke")
  ModelAndView revoke(
      Page page, Viewer viewer, @PathVariable UUID id, @RequestParam Map<String, String> form) {
    CredentialStore.Row row = look.get(viewer, id);
    try {
      Text reason = Text.same(Reason.of(form.get("revoke-reason"), "revoke-reason"));
      takeBack.revoke(row, reason, TakeBack.officer(viewer));
      return back(page, id, form);
    } catch (RefusedException refused) {
      return again(page, look.open(viewer, id, why(form)), form, refused);
    }
  }

  @PostMapping("/credentials/{id}/reissue")
  ModelAndView reissue(
      Page page, Viewer viewer, @PathVariable UUID id, @RequestParam Map<String, String> form) {
    CredentialStore.Row row = look.get(viewer, id);
    try {
      Text reason = Text.same(Reason.of(form.get("reissue-reason"), "reissue-reason"));
      Credential made = takeBack.reissue(row, claims(form), reason, TakeBack.officer(viewer));
      return back(page, made.id(), form);
    } catch (RefusedException refused) {
      return again(page, look.open(viewer, id, why(form)), form, refused);
    }
  }

  /** Being shown again is being looked at again. */
  private ModelAndView again(
      Page page, CredentialStore.Row row, Map<String, String> form, RefusedException refused) {
    List<Refusal> refusals = refused.refusals().stream().map(ManagePages::atItsField).toList();
    return show(page, row, why(form), new Answer(form, new Refusals(refusals)));
  }

  /** A claim's fault belongs to the field of that claim. */
  private static Refusal atItsField(Refusal refusal) {
    return refusal.code().equals("credential-claims")
        ? Refusal.invalid(refusal.code(), CLAIM + refusal.field(), refusal.says(), refusal.next())
        : refusal;
  }

  /** What is left empty is left out. */
  private static Map<String, String> claims(Map<String, String> form) {
    Map<String, String> claims = new LinkedHashMap<>();
    form.forEach(
        (name, value) -> {
          if (name.startsWith(CLAIM) && !value.isBlank()) {
            claims.put(name.substring(CLAIM.length()), value.strip());
          }
        });
    return claims;
  }

  /** The reason goes along from the list to what is opened. */
  static String why(Sought sought) {
    return sought.why() == null || sought.why().isBlank() ? "" : "?why=" + encoded(sought.why());
  }

  private static String why(Map<String, String> form) {
    return form.getOrDefault("why", "");
  }

  private static ModelAndView back(Page page, UUID id, Map<String, String> form) {
    return page.redirect("/credentials/" + id + "?why=" + encoded(why(form)));
  }

  private static String encoded(String words) {
    return java.net.URLEncoder.encode(words, java.nio.charset.StandardCharsets.UTF_8);
  }
}
