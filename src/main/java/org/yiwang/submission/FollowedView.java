package org.yiwang.submission;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.yiwang.page.Page;
import org.yiwang.page.Refusals;

/**
 * One application as whoever opened it by its code sees it (凭码所见).
 *
 * @param looks who looked, of this application alone
 * @param until when it closes again
 */
record FollowedView(ApplicationView of, FollowedLooks.Lines looks, @Nullable Instant until) {

  /** Draws it. */
  @Component
  static class Maker {
    private final ApplicationView.Maker views;
    private final FollowedLooks looks;

    Maker(ApplicationView.Maker views, FollowedLooks looks) {
      this.views = views;
      this.looks = looks;
    }

    ModelAndView show(Page page, Opened opened) {
      return drawn(page, opened, Refusals.none(), HttpStatus.OK)
          .addObject("typed", PostalAddress.NOTHING);
    }

    /** The same, with what was refused and the address that was typed into that form. */
    ModelAndView refused(Page page, Opened opened, Refusals errors, PostalAddress typed) {
      int answer = errors.list().getFirst().kind().http();
      return drawn(page, opened, errors, HttpStatus.valueOf(answer)).addObject("typed", typed);
    }

    private ModelAndView drawn(Page page, Opened opened, Refusals errors, HttpStatus answer) {
      ApplicationView of = views.make(page, opened.sent());
      var view = new FollowedView(of, looks.list(page, opened.sent()), opened.until());
      return page.view(
          answer, "submission/followed", of.name(), "followed", view, "errors", errors);
    }
  }
}
