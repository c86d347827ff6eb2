package org.yiwang.notice;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.calendar.DistrictTime;

/** Sets up the delivery of messages. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties(NoticeSettings.class)
class NoticeBeans {
  @Bean
  DeliverNotices.Outlets outlets(
      NoticeSettings settings, ObjectProvider<AddressBook> addresses, DistrictTime time) {
    return new DeliverNotices.Outlets(
        settings.channels(time), Optional.ofNullable(addresses.getIfAvailable()));
  }

  @Bean
  DeliverNotices deliverNotices(
      NoticeStore store,
      DeliverNotices.Outlets outlets,
      PlatformTransactionManager transactions,
      DistrictTime time) {
    return new DeliverNotices(store, outlets, new TransactionTemplate(transactions), time);
  }

  /** So that a gateway that stopped working is noticed. */
  @Bean
  MeterBinder noticeMeters(NoticeStore store) {
    return registry -> {
      Gauge.builder("yiwang.notices.waiting", store, NoticeStore::countWaiting)
          .description("Messages that wait to be delivered")
          .register(registry);
      Gauge.builder("yiwang.notices.given.up", store, NoticeStore::countGivenUp)
          .description("Messages that could not be delivered")
          .register(registry);
    };
  }

  @Bean
  NoticeClock noticeClock(DeliverNotices deliver) {
    return new NoticeClock(deliver);
  }
}
