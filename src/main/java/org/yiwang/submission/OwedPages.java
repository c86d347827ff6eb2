package org.yiwang.submission;

import java.io.IOException;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.yiwang.page.Page;
import org.yiwang.page.Refusals;
import org.yiwang.page.RefusedException;

/**
 * Takes papers that were to follow, on the application's own page (补交材料), also by its case code.
 */
@Controller
class OwedPages {
  private final Hands hands;
  private final ApplicationView.Maker views;
  private final FollowedView.Maker followed;
  private final GiveOwed giveOwed;
  private final Papers papers;
  private final PaperStore store;

  OwedPages(
      Hands hands,
      ApplicationView.Maker views,
      FollowedView.Maker followed,
      GiveOwed giveOwed,
      Papers papers,
      PaperStore store) {
    this.store = store;
    this.hands = hands;
    this.views = views;
    this.followed = followed;
    this.giveOwed = giveOwed;
    this.papers = papers;
  }

  /** Which paper of which application, from the address. */
  record At(UUID id, String evidence) {}

  @PostMapping({"/applications/{id}/papers/{evidence}", "/follow/{id}/papers/{evidence}"})
  ModelAndView give(Page page, Hand hand, At at, Sent sent) throws IOException {
    Opened opened = hands.open(hand, at.id());
    String field = "file-" + at.evidence();
    try {
      MultipartFile file = sent.file(field);
      if (file == null) {
        throw new RefusedException(SubmissionRefusals.paperNotChosen(field));
      }
      give(opened, at.evidence(), file, hand);
      return page.redirect(opened.href());
    } catch (RefusedException refused) {
      return refused(page, opened, Refusals.of(refused));
    }
  }

  /** What is not taken is not kept either: it would count against what may be uploaded. */
  private void give(Opened opened, String evidence, MultipartFile file, Hand hand)
      throws IOException {
    Papers.By by = hand.uploads(opened);
    UUID paper = papers.save(by, "file-" + evidence, file);
    boolean taken = false;
    try {
      giveOwed.give(opened.sent(), evidence, paper, hand);
      taken = true;
    } finally {
      if (!taken) {
        store.dropLoose(paper, by);
      }
    }
  }

  private ModelAndView refused(Page page, Opened opened, Refusals errors) {
    return opened.byCode()
        ? followed.refused(page, opened, errors, PostalAddress.NOTHING)
        : views.refused(page, opened, errors);
  }
}
