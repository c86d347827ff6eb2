package org.yiwang.matter;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.identity.Viewer;
import org.yiwang.pack.Text;
import org.yiwang.page.Page;
import org.yiwang.page.Refusals;
import org.yiwang.page.RefusedException;

/** What people searched for and found nothing (未命中词), for the units to learn from. */
@Controller
class MissedPages {
  /** Where it stands; other modules lead here. */
  static final String PATH = "/matters/figures/words";

  private static final Text TITLE = Text.of("没有找到的词", "Words that found nothing");
  private static final int MOST = 100;

  private final SeeToWords words;
  private final DistrictTime time;

  MissedPages(SeeToWords words, DistrictTime time) {
    this.words = words;
    this.time = time;
  }

  /** One line of the list. */
  record Row(String words, String times, String last) {}

  @GetMapping(PATH)
  ModelAndView list(Page page, Viewer viewer) {
    return drawn(page, viewer, Refusals.none(), HttpStatus.OK);
  }

  @PostMapping(PATH)
  ModelAndView see(
      Page page,
      Viewer viewer,
      @RequestParam(defaultValue = "") String missed,
      @RequestParam(defaultValue = "") String what) {
    try {
      words.see(viewer, missed, what);
    } catch (RefusedException refused) {
      if (!SeeToWords.open(viewer)) {
        throw refused;
      }
      return drawn(page, viewer, Refusals.of(refused), HttpStatus.UNPROCESSABLE_ENTITY);
    }
    return page.redirect(PATH);
  }

  private ModelAndView drawn(Page page, Viewer viewer, Refusals errors, HttpStatus answer) {
    List<Row> rows = words.list(viewer, MOST).stream().map(one -> row(page, one)).toList();
    return page.view(answer, "matter/missed", TITLE, "rows", rows, "errors", errors);
  }

  private Row row(Page page, MissedWords.Missed one) {
    return new Row(
        one.words(),
        page.number(one.times()),
        page.date(one.last().atStartOfDay(time.zone()).toInstant()));
  }
}
