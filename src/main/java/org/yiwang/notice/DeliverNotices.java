package org.yiwang.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.notice.Channel.DeliveryException;
import org.yiwang.notice.Channel.Outgoing;

/**
 * Delivers what waits, one message a transaction, so that several instances share the work and a
 * message lost in the middle is tried again.
 */
class DeliverNotices {
  /** How long to wait after each failure; when they are used up, the message is given up. */
  static final List<Duration> BACK_OFF =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2),
          Duration.ofHours(6),
          Duration.ofHours(24));

  private static final Logger log = LoggerFactory.getLogger(DeliverNotices.class);
  private static final int MOST_AT_ONCE = 500;

  private final NoticeStore store;
  private final Channels channels;
  private final Optional<AddressBook> addresses;
  private final TransactionOperations transaction;
  private final DistrictTime time;

  DeliverNotices(
      NoticeStore store, Outlets outlets, TransactionOperations transaction, DistrictTime time) {
    this.store = store;
    this.channels = outlets.channels();
    this.addresses = outlets.addresses();
    this.transaction = transaction;
    this.time = time;
  }

  /** Where messages go and how people are reached. */
  record Outlets(Channels channels, Optional<AddressBook> addresses) {}

  /** Tries everything that is due; returns how many messages were tried. */
  int deliverDue() {
    int tried = 0;
    while (tried < MOST_AT_ONCE && Boolean.TRUE.equals(transaction.execute(t -> deliverOne()))) {
      tried++;
    }
    return tried;
  }

  private boolean deliverOne() {
    Instant now = time.instant();
    Optional<Notice> due = store.takeDue(now);
    due.ifPresent(notice -> deliver(notice, now));
    return due.isPresent();
  }

  private void deliver(Notice notice, Instant now) {
    Optional<Channel> channel = channels.find(notice.way());
    Optional<Outgoing> outgoing = address(notice).map(to -> outgoing(notice, to));
    if (channel.isEmpty()) {
      giveUp(notice, "Nothing is set up to send " + notice.way().word(), now);
    } else if (outgoing.isEmpty()) {
      giveUp(notice, "The recipient has no address for " + notice.way().word(), now);
    } else {
      hand(outgoing.get(), notice, channel.get(), now);
    }
  }

  private void hand(Outgoing outgoing, Notice notice, Channel channel, Instant now) {
    try {
      channel.deliver(outgoing);
      store.markSent(notice.id(), channel.carrier(), now);
    } catch (DeliveryException e) {
      String fault = String.valueOf(e.getMessage());
      if (notice.tries() < BACK_OFF.size()) {
        store.markFailed(notice.id(), fault, now.plus(BACK_OFF.get(notice.tries())));
      } else {
        giveUp(notice, fault, now);
      }
    }
  }

  private void giveUp(Notice notice, String fault, Instant now) {
    log.warn("A message about {} was given up: {}", notice.subject(), fault);
    store.giveUp(notice.id(), fault, now);
  }

  /** In the demonstration nobody is really reached, so the masked number does. */
  private Optional<String> address(Notice notice) {
    UUID party = notice.to().party();
    Optional<String> found =
        party == null
            ? Optional.empty()
            : addresses.flatMap(book -> book.findAddress(party, notice.way()));
    boolean pretended =
        channels.find(notice.way()).filter(c -> c instanceof LogChannel).isPresent();
    return pretended ? found.or(() -> Optional.of(shownAs(notice))) : found;
  }

  private static Outgoing outgoing(Notice notice, String to) {
    return new Outgoing(
        notice.id(),
        notice.way(),
        to,
        shownAs(notice),
        notice.to().language(),
        notice.title(),
        notice.words(),
        notice.subject(),
        notice.created());
  }

  private static String shownAs(Notice notice) {
    String shown = notice.to().shownAs();
    return shown == null ? "***" : shown;
  }
}
