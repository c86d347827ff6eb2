package org.yiwang.notice;

import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.pack.District;
import org.yiwang.pack.Language;

/** Messages in the database, where the delivery finds them. */
@Component
class StoredNotices implements Notices {
  private final NoticeStore store;
  private final DistrictTime time;
  private final Language first;

  @Autowired
  StoredNotices(NoticeStore store, DistrictTime time, District district) {
    this(store, time, district.definition().languages().getFirst());
  }

  StoredNotices(NoticeStore store, DistrictTime time, Language first) {
    this.store = store;
    this.first = first;
    this.time = time;
  }

  @Override
  public void tell(NewNotice notice) {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("A message belongs into the transaction of its change");
    }
    store.add(notice, time.instant());
  }

  @Override
  public List<Notice> listInbox(String account, int limit) {
    return store.listInbox(account, limit);
  }

  @Override
  public long countUnseen(String account) {
    return store.countUnseen(account);
  }

  @Override
  public void markSeen(String account, Language read) {
    store.markSeen(account, time.instant());
    store.keepLanguage(account, read);
  }

  @Override
  public Language languageOf(String account) {
    return store.findLanguage(account).orElse(first);
  }

  @Override
  public List<Notice> listAbout(String subject) {
    return store.listAbout(subject);
  }

  @Override
  public List<Notice> listGivenUp(int limit) {
    return store.listGivenUp(limit);
  }
}
