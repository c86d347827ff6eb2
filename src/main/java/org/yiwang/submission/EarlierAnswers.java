package org.yiwang.submission;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.matter.Form.Field;
import org.yiwang.pack.Text;

/**
 * What the same person answered to the same question before (上次填的): nobody types a telephone or a
 * bank card twice. Only what the same account sent for the same party within a year; a statement
 * stays theirs to change.
 */
@Component
class EarlierAnswers {
  private static final Duration YEAR = Duration.ofDays(366);
  private static final int MOST = 20;

  private final SubmissionStore store;
  private final DistrictTime time;

  EarlierAnswers(SubmissionStore store, DistrictTime time) {
    this.store = store;
    this.time = time;
  }

  /** What was sent, the newest first. */
  List<Submission> list(String account, UUID party) {
    return store.listSent(account, party, time.instant().minus(YEAR), MOST);
  }

  /**
   * The newest answer to a question of this name that can still be an answer to it: other forms may
   * ask for something else by the same name, or offer other choices by now.
   */
  Optional<Prefill.Known> find(Field field, List<Submission> sent) {
    return sent.stream().flatMap(one -> known(field, one).stream()).findFirst();
  }

  private Optional<Prefill.Known> known(Field field, Submission sent) {
    return Optional.ofNullable(sent.filled().answers().at(field.id()))
        .filter(field::takes)
        .map(answer -> new Prefill.Known(answer, source(sent.submitted())));
  }

  private Text source(Instant submitted) {
    ZonedDateTime day = submitted.atZone(time.zone());
    return Text.of(
        "您 %d 年 %d 月 %d 日提交的申请".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth()),
        "your application of " + day.toLocalDate());
  }
}
