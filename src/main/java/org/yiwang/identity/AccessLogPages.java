package org.yiwang.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.ModelAndView;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.calendar.IsoDay;
import org.yiwang.journal.Entry;
import org.yiwang.journal.EntryQuery;
import org.yiwang.journal.Journal;
import org.yiwang.journal.SubjectWords;
import org.yiwang.pack.Text;
import org.yiwang.page.Page;

/** Auditors read who looked at what (查阅日志). */
@Controller
class AccessLogPages {
  private static final int ROWS = 50;

  /** So much of the end of an id that nobody reads whole; its beginning is only its time. */
  private static final Text TITLE = Text.of("查阅日志", "Access log");

  private final Journal journal;
  private final Accounts accounts;
  private final ShownName names;
  private final DistrictTime time;

  AccessLogPages(Journal journal, Accounts accounts, ShownName names, DistrictTime time) {
    this.names = names;
    this.journal = journal;
    this.accounts = accounts;
    this.time = time;
  }

  /** Filters as typed; the days are inclusive. */
  record Filter(
      @Nullable String who,
      @Nullable String subject,
      @Nullable String from,
      @Nullable String until,
      @Nullable Long before,
      @Nullable String flagged) {
    /** Whether only looks are wanted that no open case was the ground for. */
    boolean justifiedOnly() {
      return "yes".equals(flagged);
    }
  }

  /**
   * One line, and who looked.
   *
   * @param login of the account, to ask for it above; empty where there is none any more
   */
  record Row(Entry entry, Text who, String login) {
    /** What was seen (查阅对象), short and without anybody's name. */
    Text seen() {
      return SubjectWords.of(entry.subject());
    }

    /** The number of the case that was seen; empty where it was none. */
    String caseNumber() {
      String subject = entry.subject();
      return subject.startsWith("case:") ? subject.substring("case:".length()) : "";
    }
  }

  @GetMapping("/access-log")
  ModelAndView show(Page page, Viewer viewer, @ModelAttribute Filter filter) {
    viewer.require(Permission.SEE_ACCESS_LOG);
    List<Entry> entries = journal.list(query(filter));
    String older = entries.size() < ROWS ? "" : older(page, entries.getLast());
    return page.view(
        "identity/accessLog",
        TITLE,
        "filter",
        filter,
        "rows",
        entries.stream().map(entry -> row(entry)).toList(),
        "older",
        older,
        "opens",
        viewer.may(Permission.SEE_CASES));
  }

  /** Who works here by the name of then; a resident who acts for another in part. */
  private Row row(Entry entry) {
    Optional<Account> who = accounts.findActor(entry.actor().account());
    Text name =
        who.filter(accounts::isResident).map(names::of).orElseGet(() -> entry.actor().name());
    return new Row(entry, name, who.map(Account::login).orElse(""));
  }

  private static String older(Page page, Entry last) {
    return page.query().with("before", Long.toString(last.id())).href();
  }

  private EntryQuery query(Filter filter) {
    return new EntryQuery(
        filter.justifiedOnly() ? AccessLog.JUSTIFIED : AccessLog.KINDS,
        given(filter.subject()).orElse(null),
        given(filter.who()).map(this::account).orElse(null),
        day(filter.from(), 0).orElse(null),
        day(filter.until(), 1).orElse(null),
        filter.before(),
        ROWS);
  }

  /** A login nobody has finds nothing, rather than everything. */
  private String account(String login) {
    return accounts.findByLogin(login).map(a -> a.id().toString()).orElse("-");
  }

  private Optional<Instant> day(@Nullable String typed, int daysLater) {
    return IsoDay.read(typed)
        .map(day -> day.plusDays(daysLater).atStartOfDay(time.zone()).toInstant());
  }

  private static Optional<String> given(@Nullable String typed) {
    return Optional.ofNullable(typed).map(String::strip).filter(words -> !words.isEmpty());
  }
}
