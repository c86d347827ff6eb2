package org.yiwang.request;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.casework.Case;
import org.yiwang.identity.Viewer;
import org.yiwang.pack.Language;
import org.yiwang.party.Contact;

/** Lets somebody follow what another person reported (关注已有诉求), and be told as well. */
@Component
class FollowRequest {
  private final RequestStore store;
  private final ReporterContacts contacts;
  private final DistrictTime time;

  FollowRequest(RequestStore store, ReporterContacts contacts, DistrictTime time) {
    this.store = store;
    this.contacts = contacts;
    this.time = time;
  }

  @Transactional
  void follow(Case followed, Contact contact, Language language, Viewer viewer) {
    store.follow(
        new RequestStore.Follower(
            followed.number(), viewer.account(), contacts.keep(contact), language),
        time.instant());
  }
}
