package org.yiwang.submission;

import java.io.IOException;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.yiwang.identity.Viewer;
import org.yiwang.page.Page;
import org.yiwang.page.Refusals;
import org.yiwang.page.RefusedException;

/** Takes papers that were to follow, on the application's own page (补交材料). */
@Controller
class OwedPages {
  private final Acting acting;
  private final ApplicationView.Maker views;
  private final GiveOwed giveOwed;
  private final Papers papers;

  OwedPages(Acting acting, ApplicationView.Maker views, GiveOwed giveOwed, Papers papers) {
    this.acting = acting;
    this.views = views;
    this.giveOwed = giveOwed;
    this.papers = papers;
  }

  /** Which paper of which application, from the address. */
  record At(UUID id, String evidence) {}

  @PostMapping("/applications/{id}/papers/{evidence}")
  ModelAndView give(Page page, Viewer viewer, At at, Sent sent) throws IOException {
    String account = viewer.requireSignedIn();
    Acting.Opened opened = acting.open(viewer, at.id());
    String field = "file-" + at.evidence();
    try {
      MultipartFile file = sent.file(field);
      if (file == null) {
        throw new RefusedException(SubmissionRefusals.paperNotChosen(field));
      }
      UUID paper = papers.save(new Papers.By(account, opened.visitId()), field, file);
      giveOwed.give(opened.sent(), at.evidence(), paper, viewer);
      return page.redirect("/applications/" + at.id());
    } catch (RefusedException refused) {
      return views.refused(page, opened, Refusals.of(refused));
    }
  }
}
