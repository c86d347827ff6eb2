package org.yiwang.request;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yiwang.notice.AddressBook;
import org.yiwang.notice.Way;
import org.yiwang.party.Contact;
import org.yiwang.party.Contacts;

/** Tells the notices where a party is reached; asked only while a message is being delivered. */
@Component
class ReporterAddresses implements AddressBook {
  private final Contacts contacts;

  ReporterAddresses(Contacts contacts) {
    this.contacts = contacts;
  }

  @Override
  public Optional<String> findAddress(UUID party, Way way) {
    return switch (way) {
      case SMS -> contacts.findForSending(party).map(Contact::phone);
      case MAIL -> contacts.findForSending(party).map(Contact::mail);
      case WEB -> Optional.empty();
    };
  }
}
