package org.yiwang.submission;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.matter.AttachedFile;
import org.yiwang.submission.Filled.Supply;

/**
 * Removes uploads that no application and no draft uses (清理未用材料): of drafts that were dropped or
 * forgotten, and files that were replaced by others. Papers of applications stay, ended or not.
 */
@Component
class ForgottenPapers {
  private static final Logger log = LoggerFactory.getLogger(ForgottenPapers.class);

  private final PaperStore papers;
  private final DraftStore drafts;
  private final SubmissionStore submissions;
  private final DistrictTime time;
  private final Duration kept;

  ForgottenPapers(
      PaperStore papers,
      DraftStore drafts,
      SubmissionStore submissions,
      DistrictTime time,
      @Value("${yiwang.papers.kept-unused:P2D}") Duration kept) {
    this.papers = papers;
    this.drafts = drafts;
    this.submissions = submissions;
    this.time = time;
    this.kept = kept;
  }

  /** Returns how many. */
  @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT7M")
  @Transactional
  int drop() {
    Instant before = time.instant().minus(kept);
    int dropped = 0;
    for (String account : papers.listAccountsWithLoose(before)) {
      dropped += papers.dropLoose(account, before, used(account));
    }
    if (dropped > 0) {
      log.info("Removed {} uploads that nothing uses", dropped);
    }
    return dropped;
  }

  private Set<UUID> used(String account) {
    Stream<Filled> filled =
        Stream.concat(
            drafts.list(account).stream().map(Draft::filled),
            submissions.listSentBy(account).stream().map(Submission::filled));
    Set<UUID> used = new HashSet<>();
    filled.forEach(
        one -> {
          one.supplies().values().stream()
              .map(Supply::id)
              .filter(Objects::nonNull)
              .forEach(used::add);
          // whichever question it is: words that look like a file keep only what is one's own
          one.answers().given().values().stream()
              .flatMap(answer -> AttachedFile.list(answer).stream())
              .forEach(file -> used.add(file.id()));
        });
    return used;
  }
}
