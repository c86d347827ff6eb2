package org.yiwang.credential;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.yiwang.identity.Viewer;
import org.yiwang.journal.Actor;
import org.yiwang.pack.Text;
import org.yiwang.page.Page;
import org.yiwang.page.QrCode;

/** The holder's wallet (我的证照): see, and take a presentation back. */
@Controller
class WalletPages {
  private static final Text TITLE = Text.of("我的证照", "My credentials");
  private static final Text SHOWING = Text.of("出示", "Presentation");

  private final WalletOwner owner;
  private final ShowWallet show;
  private final PresentOnce present;
  private final PrintCredential print;
  private final OwnAddress address;

  WalletPages(
      WalletOwner owner,
      ShowWallet show,
      PresentOnce present,
      PrintCredential print,
      OwnAddress address) {
    this.owner = owner;
    this.show = show;
    this.present = present;
    this.print = print;
    this.address = address;
  }

  @GetMapping("/wallet")
  ModelAndView list(
      Page page, Viewer viewer, @RequestParam(required = false) @Nullable UUID party) {
    UUID holder = owner.chosen(viewer, party);
    return page.view(
        "credential/wallet",
        TITLE,
        "list",
        show.list(holder),
        "of",
        holder,
        "choices",
        owner.choices(viewer));
  }

  @GetMapping("/wallet/{id}")
  ModelAndView one(Page page, Viewer viewer, @PathVariable UUID id) {
    WalletView view = show.read(id, viewer);
    return page.view("credential/credential", view.of().name(), "view", view);
  }

  /** The page to print; its name is the credential's number. */
  @GetMapping("/wallet/{id}/{name}.pdf")
  ResponseEntity<byte[]> pdf(Viewer viewer, @PathVariable UUID id, @PathVariable String name) {
    byte[] file = print.pdf(show.readable(id, viewer));
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .cacheControl(CacheControl.noStore())
        .body(file);
  }

  /** The same as OFD (GB/T 33190). */
  @GetMapping("/wallet/{id}/{name}.ofd")
  ResponseEntity<byte[]> ofd(Viewer viewer, @PathVariable UUID id, @PathVariable String name) {
    byte[] file = print.ofd(show.readable(id, viewer));
    return ResponseEntity.ok()
        .contentType(new MediaType("application", "ofd"))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name + ".ofd").build().toString())
        .cacheControl(CacheControl.noStore())
        .body(file);
  }

  @GetMapping("/wallet/presentations/{id}")
  ModelAndView presentation(Page page, Viewer viewer, @PathVariable UUID id) {
    Presentation made = show.ownPresentation(id, viewer);
    Credential of = show.own(made.credential(), viewer);
    String link = address.now() + "/verify/" + made.code();
    return page.view(
        "credential/presentation",
        SHOWING,
        "use",
        show.use(made, of),
        "of",
        of,
        "qr",
        QrCode.of(link),
        "link",
        link);
  }

  @PostMapping("/wallet/presentations/{id}/withdraw")
  ModelAndView withdraw(Page page, Viewer viewer, @PathVariable UUID id) {
    Presentation made = show.ownPresentation(id, viewer);
    present.withdraw(made, actor(viewer));
    return page.redirect("/wallet/" + made.credential());
  }

  static Actor actor(Viewer viewer) {
    return new Actor(Actor.Kind.RESIDENT, viewer.account(), viewer.name());
  }
}
