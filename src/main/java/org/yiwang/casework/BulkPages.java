package org.yiwang.casework;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.casework.BulkActions.Chosen;
import org.yiwang.casework.BulkActions.Outcome;
import org.yiwang.identity.Permission;
import org.yiwang.identity.Viewer;
import org.yiwang.pack.Text;
import org.yiwang.page.Page;

/** Several cases of the desk at once (批量办理): chosen there, done here, each with its own result. */
@Controller
@RequestMapping("/desk/chosen")
class BulkPages {
  private static final Text TITLE = Text.of("批量办理", "Several at once");

  private final BulkActions bulk;
  private final CaseRow.Maker rows;
  private final DistrictTime time;

  BulkPages(BulkActions bulk, CaseRow.Maker rows, DistrictTime time) {
    this.bulk = bulk;
    this.rows = rows;
    this.time = time;
  }

  /** A chosen case as it is drawn, and what a form sends of it. */
  record Row(CaseRow shown, String sent) {}

  /** What became of a case, as it is drawn; the row is null for one that cannot be seen. */
  record Line(String number, @Nullable CaseRow shown, @Nullable Text why, @Nullable Text next) {
    boolean done() {
      return why == null;
    }
  }

  @GetMapping
  ModelAndView choose(
      @RequestParam(name = "case", defaultValue = "") List<String> numbers,
      Viewer viewer,
      Page page) {
    viewer.require(Permission.SEE_CASES);
    List<Case> chosen = bulk.list(numbers, viewer);
    List<Row> shown =
        chosen.stream()
            .map(of -> new Row(row(page, of), of.number() + ":" + of.version()))
            .toList();
    return page.view(
        "casework/chosen", TITLE, "rows", shown, "offers", bulk.offers(chosen, viewer));
  }

  @PostMapping("/{action}")
  ModelAndView act(
      @PathVariable String action,
      @RequestParam(name = "case", defaultValue = "") List<String> chosen,
      @RequestParam(defaultValue = "") String note,
      Viewer viewer,
      Page page) {
    viewer.require(Permission.SEE_CASES);
    List<Outcome> outcomes =
        bulk.act(
            chosen.stream().map(BulkPages::read).toList(), action, Move.Given.note(note), viewer);
    List<Line> lines = outcomes.stream().map(outcome -> line(page, outcome)).toList();
    return page.view("casework/outcomes", TITLE, "lines", lines, "note", note);
  }

  private Line line(Page page, Outcome outcome) {
    CaseRow shown = outcome.of() == null ? null : row(page, outcome.of());
    return outcome.refusal() == null
        ? new Line(outcome.number(), shown, null, null)
        : new Line(outcome.number(), shown, outcome.refusal().says(), outcome.refusal().next());
  }

  private CaseRow row(Page page, Case of) {
    return rows.make(page, of, time.instant());
  }

  /** {@code NUMBER:VERSION}; a version that makes no sense is one that nobody has. */
  private static Chosen read(String sent) {
    int colon = sent.lastIndexOf(':');
    String version = colon < 0 ? "" : sent.substring(colon + 1);
    return new Chosen(
        colon < 0 ? sent : sent.substring(0, colon),
        version.matches("\\d{1,9}") ? Integer.parseInt(version) : 0);
  }
}
