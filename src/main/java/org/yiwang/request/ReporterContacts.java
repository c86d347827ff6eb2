package org.yiwang.request;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.party.Contact;
import org.yiwang.party.Contacts;

/** Keeps how somebody wants to be reached (联系方式). */
@Component
class ReporterContacts {
  private final Contacts contacts;

  ReporterContacts(Contacts contacts) {
    this.contacts = contacts;
  }

  /** The party's id; null where nothing was left, and then nothing is written. */
  @Nullable UUID keep(Contact contact) {
    return contact.isEmpty() ? null : contacts.save(contact);
  }

  /** Whether these are the last four digits of the party's telephone number. */
  boolean endsWith(@Nullable UUID party, String digits) {
    return party != null && contacts.phoneEndsWith(party, digits);
  }
}
