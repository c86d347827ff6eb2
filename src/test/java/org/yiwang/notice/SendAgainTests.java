package org.yiwang.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionOperations;
import org.yiwang.ProgramTest;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.identity.Visitor;
import org.yiwang.journal.Entry;
import org.yiwang.journal.Journal;
import org.yiwang.pack.Language;
import org.yiwang.pack.Text;

/** A message that was given up is sent again from the administrators' page. */
@ProgramTest
@TestPropertySource(properties = "yiwang.demo=true")
class SendAgainTests {
  private static final String PAGE = "/admin/messages";

  @LocalServerPort private int port;
  @Autowired private NoticeStore store;
  @Autowired private Notices notices;
  @Autowired private Journal journal;
  @Autowired private DeliverNotices deliver;
  @Autowired private TransactionOperations transaction;
  @Autowired private DistrictTime time;

  @Test
  void whatWasGivenUpIsListedWithItsReasonAndSentAgain() {
    String subject = "case:SA-" + UUID.randomUUID();
    giveUp(subject);
    Visitor admin = signedIn("admin");
    String page = admin.get(PAGE).body();
    assertThat(page).contains(subject).contains("Nothing is set up to send sms");
    Notice lost = notices.listAbout(subject).getFirst();
    assertThat(signedIn("duty").get(PAGE).statusCode()).isEqualTo(403);

    HttpResponse<String> sent = admin.send(PAGE, PAGE + "/" + lost.id() + "/again");
    assertThat(Visitor.location(sent)).isEqualTo(PAGE);
    assertThat(journal.list("notice:" + lost.id()))
        .extracting(Entry::kind)
        .containsExactly("notice.sent-again");
    deliver.deliverDue();
    assertThat(admin.get(PAGE).body()).doesNotContain(subject);
    assertThat(notices.listAbout(subject).getFirst())
        .satisfies(again -> assertThat(again.sent()).isNotNull())
        .satisfies(again -> assertThat(again.carrier()).isEqualTo("log"));
  }

  /** Told and tried an hour ahead, without a way out, where the program's own clock leaves it. */
  private void giveUp(String subject) {
    DistrictTime ahead =
        new DistrictTime(
            () -> time.instant().plus(Duration.ofHours(1)), ZoneId.of("Asia/Shanghai"));
    NewNotice sms =
        new NewNotice(
            Recipient.party(UUID.randomUUID(), "138****1234", Language.ZH),
            Way.SMS,
            Text.of("已受理", "Accepted"),
            Text.of("您反映的问题已受理。", "Your request has been accepted."),
            subject);
    transaction.executeWithoutResult(
        t -> new StoredNotices(store, ahead, org.yiwang.pack.Language.ZH).tell(sms));
    DeliverNotices noWayOut =
        new DeliverNotices(
            store,
            new DeliverNotices.Outlets(new Channels(Map.of()), Optional.empty()),
            transaction,
            ahead);
    noWayOut.deliverDue();
  }

  private Visitor signedIn(String login) {
    Visitor visitor = new Visitor(port);
    visitor.signIn(login, "yiwang-demo");
    return visitor;
  }
}
