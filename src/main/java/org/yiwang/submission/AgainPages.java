package org.yiwang.submission;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.yiwang.identity.Permission;
import org.yiwang.identity.Viewer;
import org.yiwang.pack.Text;
import org.yiwang.page.Page;
import org.yiwang.page.Refusals;
import org.yiwang.page.RefusedException;
import org.yiwang.submission.ReceiveAgain.Typed;

/** Where an officer receives somebody about what was sent before (窗口续办). */
@Controller
class AgainPages {
  private static final Text TITLE = Text.of("续办：已提交的申请", "About what was sent before");

  private final ReceiveAgain receiveAgain;

  AgainPages(ReceiveAgain receiveAgain) {
    this.receiveAgain = receiveAgain;
  }

  @GetMapping("/window/again")
  ModelAndView begin(Page page, Viewer viewer) {
    viewer.require(Permission.TAKE_IN);
    return show(page, Typed.empty(), Refusals.none());
  }

  /** By POST, so that no number stands in an address. */
  @PostMapping("/window/again")
  ModelAndView receive(Page page, Viewer viewer, @ModelAttribute Typed typed) {
    viewer.require(Permission.TAKE_IN);
    try {
      return page.redirect("/window/" + receiveAgain.receive(viewer, typed));
    } catch (RefusedException refused) {
      return show(page, typed.clean(), Refusals.of(refused));
    }
  }

  private static ModelAndView show(Page page, Typed typed, Refusals errors) {
    return page.form("submission/again", TITLE, errors, "typed", typed);
  }
}
