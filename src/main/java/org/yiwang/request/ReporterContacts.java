package org.yiwang.request;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.party.Contact;
import org.yiwang.party.Parties;

/** Keeps how somebody wants to be reached (联系方式). */
@Component
class ReporterContacts {
  private final Parties parties;

  ReporterContacts(Parties parties) {
    this.parties = parties;
  }

  /** The party's id; null where nothing was left, and then nothing is written. */
  @Nullable UUID keep(Contact contact) {
    return contact.isEmpty() ? null : parties.saveContact(contact);
  }

  /** Whether these are the last four digits of the party's telephone number. */
  boolean endsWith(@Nullable UUID party, String digits) {
    return party != null && parties.phoneEndsWith(party, digits);
  }
}
