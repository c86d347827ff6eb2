package org.yiwang.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yiwang.DatabaseTest;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.notice.Channel.DeliveryException;
import org.yiwang.pack.Language;
import org.yiwang.pack.Text;

class NoticeTests extends DatabaseTest {
  private static final Instant START = Instant.parse("2026-11-23T01:00:00Z");
  private static final UUID PARTY = UUID.fromString("00000000-0000-7000-8000-000000000001");
  private Instant now = START;
  private final DistrictTime time = new DistrictTime(() -> now, ZoneId.of("Asia/Shanghai"));
  private final AddressBook addresses =
      (party, way) -> Optional.of("13800001234").filter(found -> party.equals(PARTY));

  @BeforeEach
  void startEmpty() {
    now = START;
    jdbc().sql("delete from notice_message").update();
  }

  /** A gateway that works, or does not. */
  private static final class Gateway implements Channel {
    private final Queue<Outgoing> got = new ConcurrentLinkedQueue<>();
    private volatile boolean working = true;

    @Override
    public String carrier() {
      return "gateway";
    }

    @Override
    public void deliver(Outgoing message) {
      if (!working) {
        throw new DeliveryException("The gateway answered 503");
      }
      got.add(message);
    }
  }

  private NoticeStore store() {
    return new NoticeStore(jdbc());
  }

  private Notices notices() {
    return new StoredNotices(store(), time, Language.ZH);
  }

  private DeliverNotices deliverThrough(Map<Way, Channel> channels) {
    return new DeliverNotices(
        store(),
        new DeliverNotices.Outlets(new Channels(channels), Optional.of(addresses)),
        transaction(),
        time);
  }

  private void tell(NewNotice notice) {
    transaction().executeWithoutResult(t -> notices().tell(notice));
  }

  private static NewNotice sms(String subject) {
    return new NewNotice(
        Recipient.party(PARTY, "138****1234", Language.ZH),
        Way.SMS,
        Text.of("已受理", "Accepted"),
        Text.of("您反映的问题已受理。", "Your request has been accepted."),
        subject);
  }

  private static NewNotice web(String account) {
    return web(account, Language.ZH);
  }

  private static NewNotice web(String account, Language guessed) {
    return new NewNotice(
        Recipient.account(account, guessed),
        Way.WEB,
        Text.of("已结案", "Closed"),
        Text.of("您反映的问题已结案。", "Your request has been closed."),
        "case:YP-1");
  }

  @Test
  void aMessageBelongsIntoATransaction() {
    assertThatThrownBy(() -> notices().tell(web("wang"))).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aMessageNeedsSomebodyToGetIt() {
    Recipient nobody = new Recipient(null, null, "138****1234", Language.ZH);
    Text words = Text.of("好", "Well");
    assertThatThrownBy(() -> new NewNotice(nobody, Way.SMS, words, words, "case:YP-1"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whatIsRolledBackIsNeverTold() {
    transaction()
        .executeWithoutResult(
            t -> {
              notices().tell(sms("case:YP-1"));
              t.setRollbackOnly();
            });
    assertThat(notices().listAbout("case:YP-1")).isEmpty();
  }

  @Test
  void aWebMessageArrivesAtOnceAndIsSeenOnce() {
    tell(web("wang"));
    tell(web("li"));
    assertThat(notices().countUnseen("wang")).isEqualTo(1);
    assertThat(notices().listInbox("wang", 10))
        .singleElement()
        .satisfies(
            notice -> {
              assertThat(notice.sent()).isEqualTo(START);
              assertThat(notice.carrier()).isEqualTo("web");
              assertThat(notice.words().en()).isEqualTo("Your request has been closed.");
            });
    notices().markSeen("wang", Language.ZH);
    assertThat(notices().countUnseen("wang")).isZero();
    assertThat(notices().countUnseen("li")).isEqualTo(1);
  }

  @Test
  void aTextMessageGoesToTheNumberThatIsLookedUp() {
    Gateway gateway = new Gateway();
    tell(sms("case:YP-1"));
    assertThat(deliverThrough(Map.of(Way.SMS, gateway)).deliverDue()).isEqualTo(1);
    assertThat(gateway.got)
        .singleElement()
        .satisfies(message -> assertThat(message.to()).isEqualTo("13800001234"));
    Notice sent = notices().listAbout("case:YP-1").getFirst();
    assertThat(sent.sent()).isEqualTo(START);
    assertThat(sent.carrier()).isEqualTo("gateway");
    assertThat(sent.to().shownAs()).isEqualTo("138****1234");
    assertThat(deliverThrough(Map.of(Way.SMS, gateway)).deliverDue()).isZero();
  }

  @Test
  void aFailureIsTriedAgainLaterAndLater() {
    Gateway gateway = new Gateway();
    gateway.working = false;
    DeliverNotices deliver = deliverThrough(Map.of(Way.SMS, gateway));
    tell(sms("case:YP-1"));
    assertThat(deliver.deliverDue()).isEqualTo(1);
    assertThat(deliver.deliverDue()).isZero();
    now = now.plus(Duration.ofMinutes(1));
    assertThat(deliver.deliverDue()).isEqualTo(1);
    now = now.plus(Duration.ofMinutes(4));
    assertThat(deliver.deliverDue()).isZero();
    now = now.plus(Duration.ofMinutes(1));
    gateway.working = true;
    assertThat(deliver.deliverDue()).isEqualTo(1);
    Notice sent = notices().listAbout("case:YP-1").getFirst();
    assertThat(sent.tries()).isEqualTo(3);
    assertThat(sent.fault()).isNull();
  }

  @Test
  void whatNeverArrivesIsGivenUpVisiblyAndMayBeTriedAgain() {
    Gateway gateway = new Gateway();
    gateway.working = false;
    DeliverNotices deliver = deliverThrough(Map.of(Way.SMS, gateway));
    tell(sms("case:YP-1"));
    int tries = 0;
    for (int day = 0; day < 10; day++) {
      tries += deliver.deliverDue();
      now = now.plus(Duration.ofDays(1));
    }
    assertThat(tries).isEqualTo(DeliverNotices.BACK_OFF.size() + 1);
    Notice lost = notices().listGivenUp(10).getFirst();
    assertThat(lost.fault()).isEqualTo("The gateway answered 503");
    assertThat(lost.sent()).isNull();
    assertThat(store().countGivenUp()).isEqualTo(1);
    gateway.working = true;
    assertThat(store().tryAgain(lost.id(), now)).isTrue();
    assertThat(store().tryAgain(lost.id(), now)).as("it waits already").isFalse();
    assertThat(deliver.deliverDue()).isEqualTo(1);
    assertThat(notices().listGivenUp(10)).isEmpty();
  }

  @Test
  void withoutAWayOutNothingIsPretended() {
    tell(sms("case:YP-1"));
    deliverThrough(Map.of()).deliverDue();
    assertThat(notices().listGivenUp(10))
        .extracting(Notice::fault)
        .containsExactly("Nothing is set up to send sms");
  }

  @Test
  void theDemonstrationLogsAndSaysThatItDid() {
    tell(sms("case:YP-1"));
    deliverThrough(Map.of(Way.SMS, new LogChannel())).deliverDue();
    assertThat(notices().listAbout("case:YP-1").getFirst().carrier()).isEqualTo("log");
  }

  @Test
  void severalInstancesDeliverEachMessageOnce() {
    IntStream.range(0, 60).forEach(i -> tell(sms("case:YP-" + i)));
    Gateway gateway = new Gateway();
    int tried =
        IntStream.range(0, 4)
            .parallel()
            .map(i -> deliverThrough(Map.of(Way.SMS, gateway)).deliverDue())
            .sum();
    assertThat(tried).isEqualTo(60);
    assertThat(gateway.got).hasSize(60).extracting(Channel.Outgoing::id).doesNotHaveDuplicates();
  }

  @Test
  void theInboxIsNewestFirst() {
    List.of("a", "b", "c")
        .forEach(
            word ->
                tell(
                    new NewNotice(
                        Recipient.account("wang", Language.EN),
                        Way.WEB,
                        Text.same(word),
                        Text.same(word),
                        "case:YP-1")));
    assertThat(notices().listInbox("wang", 2))
        .extracting(notice -> notice.title().en())
        .containsExactly("c", "b");
  }

  @Test
  void anAccountIsWrittenToAsItReadsAndAStrangerAsTheDistrictDoes() {
    assertThat(notices().languageOf("jones")).isEqualTo(Language.ZH);
    notices().markSeen("jones", Language.EN);
    assertThat(notices().languageOf("jones")).isEqualTo(Language.EN);
    tell(web("jones", Language.ZH));
    tell(web("neu", Language.EN));
    assertThat(notices().listInbox("jones", 9).getFirst().to().language()).isEqualTo(Language.EN);
    assertThat(notices().listInbox("neu", 9).getFirst().to().language())
        .as("the sender's guess, while nothing is known")
        .isEqualTo(Language.EN);
    notices().markSeen("jones", Language.ZH);
    assertThat(notices().languageOf("jones")).isEqualTo(Language.ZH);
  }
}
