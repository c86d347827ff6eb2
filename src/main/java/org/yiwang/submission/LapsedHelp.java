package org.yiwang.submission;

import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.yiwang.identity.Accounts;
import org.yiwang.identity.Viewer;
import org.yiwang.identity.Viewers;

/**
 * Ends help for good once whoever asked for somebody else may not act for them any more
 * (代办结束，帮办随之结束): where it is found, and by the clock. A new mandate does not bring it back.
 */
@Component
class LapsedHelp {
  private static final Logger log = LoggerFactory.getLogger(LapsedHelp.class);

  private final DraftHelpStore store;
  private final EndHelp endHelp;
  private final Acting acting;
  private final Accounts accounts;
  private final Viewers viewers;

  LapsedHelp(
      DraftHelpStore store, EndHelp endHelp, Acting acting, Accounts accounts, Viewers viewers) {
    this.store = store;
    this.endHelp = endHelp;
    this.acting = acting;
    this.accounts = accounts;
    this.viewers = viewers;
  }

  /** Whether it goes on; ends it where whoever asked may not act any more. */
  boolean stands(DraftHelp help) {
    if (!help.open()) {
      return false;
    }
    if (covered(help)) {
      return true;
    }
    endHelp.lapsed(help.id());
    return false;
  }

  private boolean covered(DraftHelp help) {
    return accounts
        .findAccount(UUID.fromString(help.account()))
        .map(viewers::of)
        .filter(Viewer::signedIn)
        .flatMap(asker -> acting.find(asker, help.party(), List.of(help.matter())))
        .isPresent();
  }

  /** Ends all that does not stand any more; tells how many. */
  int end() {
    return (int) store.listOpenForOthers().stream().filter(help -> !stands(help)).count();
  }

  @Scheduled(
      fixedDelayString = "${yiwang.submission.tick:PT30S}",
      initialDelayString = "${yiwang.submission.tick:PT30S}")
  void endQuietly() {
    try {
      end();
    } catch (RuntimeException failed) {
      log.warn("Help could not be looked at; tried again soon: {}", failed.toString());
    }
  }
}
