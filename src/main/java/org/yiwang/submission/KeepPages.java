package org.yiwang.submission;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.yiwang.identity.Permission;
import org.yiwang.identity.Viewer;
import org.yiwang.pack.Text;
import org.yiwang.page.Page;
import org.yiwang.page.Refusals;
import org.yiwang.page.RefusedException;

/** Where an officer says that an upload was compared with the original (核对原件入库). */
@Controller
class KeepPages {
  private static final Text TITLE =
      Text.of("与原件核对，存入持有人的证照", "Checked against the original: keep it in the holder's wallet");

  private final KeepChecked keepChecked;

  KeepPages(KeepChecked keepChecked) {
    this.keepChecked = keepChecked;
  }

  @GetMapping("/cases/{number}/papers/{id}/keep")
  ModelAndView show(Page page, Viewer viewer, @PathVariable String number, @PathVariable UUID id) {
    viewer.require(Permission.SEE_CASES);
    return show(page, keepChecked.keepable(number, id, viewer), Refusals.none());
  }

  /** Which paper of which case, from the address, and the officer's word. */
  record Word(String number, UUID id, @Nullable String seen) {}

  @PostMapping("/cases/{number}/papers/{id}/keep")
  ModelAndView keep(Page page, Viewer viewer, Word word) {
    viewer.require(Permission.SEE_CASES);
    KeepChecked.Keepable keepable = keepChecked.keepable(word.number(), word.id(), viewer);
    if (!"yes".equals(word.seen())) {
      return show(page, keepable, Refusals.of(new RefusedException(SubmissionRefusals.notSeen())));
    }
    keepChecked.keep(keepable, viewer);
    return page.redirect("/cases/" + word.number() + "?done=kept");
  }

  private static ModelAndView show(Page page, KeepChecked.Keepable keepable, Refusals errors) {
    return page.form("submission/keep", TITLE, errors, "keepable", keepable);
  }
}
