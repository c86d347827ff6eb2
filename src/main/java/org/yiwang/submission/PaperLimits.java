package org.yiwang.submission;

import java.time.Instant;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.pack.Text;
import org.yiwang.page.RefusedException;
import org.yiwang.submission.PaperStore.Usage;

/**
 * How much one account may upload (上传限额): files and megabytes, in a day and in all. What an officer
 * scans for whoever stands at the counter counts for that visit, whoever scans it, and within a
 * wide limit of the officer's day, so that visits are no way round the others; what comes by one
 * case code is counted like one visit. Set with {@code yiwang.papers.*}.
 */
@Component
class PaperLimits {
  private static final long MEGABYTE = 1024L * 1024;

  private final PaperStore store;
  private final DistrictTime time;
  private final Limit day;
  private final Limit all;
  private final Limit visit;
  private final Limit counter;

  PaperLimits(
      PaperStore store,
      DistrictTime time,
      @Value("${yiwang.papers.files-a-day:60}") int filesADay,
      @Value("${yiwang.papers.megabytes-a-day:150}") int megabytesADay,
      @Value("${yiwang.papers.files:600}") int files,
      @Value("${yiwang.papers.megabytes:1500}") int megabytes,
      @Value("${yiwang.papers.files-a-visit:60}") int filesAVisit,
      @Value("${yiwang.papers.megabytes-a-visit:150}") int megabytesAVisit,
      @Value("${yiwang.papers.files-a-day-at-the-counter:600}") int filesAtCounter,
      @Value("${yiwang.papers.megabytes-a-day-at-the-counter:3000}") int megabytesAtCounter) {
    this.counter = new Limit(filesAtCounter, megabytesAtCounter);
    this.store = store;
    this.time = time;
    this.day = new Limit(filesADay, megabytesADay);
    this.all = new Limit(files, megabytes);
    this.visit = new Limit(filesAVisit, megabytesAVisit);
  }

  private record Limit(int files, int megabytes) {
    boolean passed(Usage used, int bytes) {
      return used.files() >= files || used.bytes() + bytes > megabytes * MEGABYTE;
    }
  }

  /**
   * @param at beside which a refusal is shown
   * @param bytes of the next file
   * @throws RefusedException INVALID saying which limit, and what to do
   */
  void check(Papers.By by, String at, int bytes) {
    if (by.byCode()) {
      checkCode(by.account(), at, bytes);
    } else if (by.visit() == null) {
      check(by.account(), at, bytes);
    } else {
      checkVisit(by.account(), by.visit(), at, bytes);
    }
  }

  /** Whoever finds a slip fills no disk: in all no more than at one visit. */
  private void checkCode(String code, String at, int bytes) {
    if (visit.passed(store.usage(code, Instant.EPOCH), bytes)) {
      throw refused(
          at,
          Text.of(
              "凭这个办件码上传的文件已到上限（%d 个或 %d MB）。".formatted(visit.files(), visit.megabytes()),
              "That is the limit of files uploaded by one case code (%d, or %d MB)."
                  .formatted(visit.files(), visit.megabytes())),
          Text.of("请到窗口交，或请窗口重发办件码。", "Bring it to the counter, or have a new code made there."));
    }
  }

  private void checkVisit(String officer, UUID here, String at, int bytes) {
    if (counter.passed(store.scanned(officer, midnight()), bytes)) {
      throw refused(
          at,
          Text.of(
              "您今天在窗口扫描的文件已到上限（%d 个或 %d MB）。".formatted(counter.files(), counter.megabytes()),
              "That is today's limit of what one officer scans (%d files, or %d MB)."
                  .formatted(counter.files(), counter.megabytes())),
          Text.of(
              "已填的都在；请同事接待，或明天接着办。",
              "What you filled in is kept; ask a colleague to receive them, or go on tomorrow."));
    }
    if (visit.passed(store.usage(here), bytes)) {
      throw refused(
          at,
          Text.of(
              "这次接待扫描的文件已到上限（%d 个或 %d MB）。".formatted(visit.files(), visit.megabytes()),
              "That is the limit of files for one visit (%d, or %d MB)."
                  .formatted(visit.files(), visit.megabytes())),
          Text.of(
              "已填的都在；请把几页合成一个 PDF 再传，或缩小文件。",
              "What you filled in is kept; put several pages into one PDF, or make the files smaller."));
    }
  }

  private void check(String account, String at, int bytes) {
    if (day.passed(store.usage(account, midnight()), bytes)) {
      throw refused(
          at,
          Text.of(
              "今天上传的文件已到上限（%d 个或 %d MB）。".formatted(day.files(), day.megabytes()),
              "That is today's limit of files (%d, or %d MB)."
                  .formatted(day.files(), day.megabytes())),
          Text.of(
              "已填的都在；请明天接着传，或到窗口交。",
              "What you filled in is kept; go on tomorrow, or bring it to the window."));
    }
    if (all.passed(store.usage(account, Instant.EPOCH), bytes)) {
      throw refused(
          at,
          Text.of(
              "您账户里的文件已到上限（%d 个或 %d MB）。".formatted(all.files(), all.megabytes()),
              "Your account holds as many files as it may (%d, or %d MB)."
                  .formatted(all.files(), all.megabytes())),
          Text.of(
              "请删除不用的草稿，过一两天其中的文件会清除；急用请到窗口交。",
              "Delete drafts you do not need, their files go within days; or bring it to the window."));
    }
  }

  private Instant midnight() {
    return time.today().atStartOfDay(time.zone()).toInstant();
  }

  private static RefusedException refused(String at, Text says, Text next) {
    return new RefusedException(SubmissionRefusals.tooManyPapers(at, says, next));
  }
}
