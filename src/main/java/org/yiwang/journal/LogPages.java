package org.yiwang.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.pack.Text;
import org.yiwang.page.Page;

/** What the sealed journal is, how far it goes, and how anybody checks it, in plain words. */
@Controller
class LogPages {
  private static final Duration TOO_LONG = Duration.ofMinutes(10);

  private final LogStore store;
  private final LogKeys keys;
  private final DistrictTime time;

  LogPages(LogStore store, LogKeys keys, DistrictTime time) {
    this.store = store;
    this.keys = keys;
    this.time = time;
  }

  /**
   * How the sealing stands.
   *
   * @param sealed when a checkpoint was signed last; null before the first
   * @param waiting entries that are not in the log yet
   * @param late whether they have waited longer than sealing ever should take
   */
  record View(
      long size, @Nullable Instant sealed, long waiting, boolean late, @Nullable String key) {}

  @GetMapping("/journal")
  ModelAndView show(Page page) {
    return page.view("journal/log", Text.of("日志封存", "The sealed journal"), "log", view());
  }

  private View view() {
    SealedHead head = store.findNewestHead().orElse(null);
    List<Entry> oldest = store.listUnsealed(head == null ? 0 : head.settled(), 1);
    boolean late =
        !oldest.isEmpty()
            && head != null
            && oldest.getFirst().at().plus(TOO_LONG).isBefore(time.realInstant())
            && head.at().plus(TOO_LONG).isBefore(time.realInstant());
    String key = keys.listVerifiers().stream().findFirst().map(VerifierKey::words).orElse(null);
    return new View(
        head == null ? 0 : head.size(),
        head == null ? null : head.at(),
        store.countUnsealed(head == null ? 0 : head.settled()),
        late,
        key);
  }
}
