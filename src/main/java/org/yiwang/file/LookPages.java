package org.yiwang.file;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.yiwang.file.LookQuestions.Asked;
import org.yiwang.identity.AccessLog;
import org.yiwang.identity.AccessLog.Look;
import org.yiwang.identity.AccessLog.Numbered;
import org.yiwang.identity.Viewer;
import org.yiwang.pack.Text;
import org.yiwang.page.Page;
import org.yiwang.party.PartyName;

/** Who looked at my data (谁看过我的数据), and asking why. */
@Controller
class LookPages {
  private static final int ROWS = 30;
  private static final Text TITLE = Text.of("谁看过我的数据", "Who looked at my data");

  private final OwnParties own;
  private final AccessLog access;
  private final AskWhy askWhy;
  private final LookQuestions questions;

  LookPages(OwnParties own, AccessLog access, AskWhy askWhy, LookQuestions questions) {
    this.own = own;
    this.access = access;
    this.askWhy = askWhy;
    this.questions = questions;
  }

  /** One look, and whether it was asked about. */
  record Line(Look of, @Nullable Asked asked) {}

  /**
   * The page: whose data, and where older looks are.
   *
   * @param within in what time a question is answered; null where none may be asked
   * @param numbered whether the numbers of all looks are there
   */
  record LooksView(
      PartyName of,
      List<PartyName> mine,
      List<Line> lines,
      @Nullable Text within,
      @Nullable Long older,
      Numbered numbered) {
    /** The last number of looks at this file itself. */
    long last() {
      return numbered.last("party:" + of.id());
    }

    List<String> missing() {
      return numbered.missing().stream().map(String::valueOf).toList();
    }

    /** Contacts that were left with a report have numbers of their own, which would mix here. */
    boolean shows(Look look) {
      return look.number() != null && look.concerns().equals("party:" + of.id());
    }

    /** The parameter that tells a firm's page from the person's. */
    String party() {
      return of.id().equals(mine.getFirst().id()) ? "" : of.id().toString();
    }
  }

  @GetMapping("/file/looks")
  ModelAndView list(
      Page page,
      Viewer viewer,
      @RequestParam Optional<UUID> party,
      @RequestParam Optional<Long> before) {
    UUID of = own.own(party, viewer);
    List<Look> looks = access.listLooksAt(own.concerned(of), before.orElse(null), ROWS);
    Map<Long, Asked> asked = questions.list(page, of);
    List<Line> lines = looks.stream().map(look -> new Line(look, asked.get(look.entry()))).toList();
    List<PartyName> mine = own.list(viewer);
    PartyName name = mine.stream().filter(one -> one.id().equals(of)).findFirst().orElseThrow();
    Long older = looks.size() < ROWS ? null : looks.getLast().entry();
    Text within = questions.findLimit().orElse(null);
    Numbered numbered = access.checkNumbers(own.concerned(of));
    var view = new LooksView(name, mine, lines, within, older, numbered);
    return page.view("file/looks", TITLE, "view", view);
  }

  @PostMapping("/file/looks/{entry}/why")
  ModelAndView why(
      Page page, Viewer viewer, @PathVariable long entry, @RequestParam Optional<UUID> party) {
    UUID of = own.own(party, viewer);
    askWhy.ask(of, entry, viewer, page.language());
    return page.redirect(
        "/file/looks?asked=%d%s#look-%1$d"
            .formatted(entry, party.map(id -> "&party=" + id).orElse("")));
  }
}
