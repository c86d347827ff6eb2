package org.yiwang.party;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.identity.AccessLog;
import org.yiwang.identity.Permission;
import org.yiwang.identity.Viewer;
import org.yiwang.pack.Text;
import org.yiwang.page.RefusedException;

/**
 * How parties wish to be reached (联系方式): sealed in the database, found by number, masked on
 * screens. Seeing it in full needs a permission and is written down; {@link #findForSending} asks
 * nothing, since it is for the program's own messages.
 */
@Component
public class Contacts {
  private static final int LAST_DIGITS = 4;

  private final PartyStore store;
  private final AccessLog access;
  private final DistrictTime time;
  private final Phones phones;

  Contacts(PartyStore store, AccessLog access, DistrictTime time, Phones phones) {
    this.store = store;
    this.access = access;
    this.time = time;
    this.phones = phones;
  }

  /**
   * Keeps how somebody wishes to be reached; joins the transaction of whatever it belongs to.
   *
   * @return the party's id; of the existing one if the same name and number were left before, but
   *     never of somebody with an account or a file: anybody can type their name and number
   */
  @Transactional
  public UUID save(Contact contact) {
    Contact clean =
        new Contact(words(contact.name()), phone(contact.phone()), words(contact.mail()));
    return findSame(clean).orElseGet(() -> store.insert(clean, time.instant()));
  }

  private Optional<UUID> findSame(Contact contact) {
    return contact.phone() == null
        ? Optional.empty()
        : findByPhone(contact.phone()).stream()
            .filter(id -> contact.equals(store.find(id).orElse(null)) && store.isOnlyContact(id))
            .findFirst();
  }

  /**
   * The contact as screens show it: "王**", "138****0000".
   *
   * @throws NoSuchElementException if there is no such party
   */
  public Contact masked(UUID party) {
    return Masked.of(get(party));
  }

  /**
   * The contact in full; the look is written into the access log, where the person can see it.
   *
   * @param subject what it is looked at for, where the person will find the look: {@code case:…}
   * @param purpose why, in words
   * @throws RefusedException FORBIDDEN without {@link Permission#UNMASK}
   */
  @Transactional
  public Contact reveal(Viewer viewer, UUID party, String subject, Text purpose) {
    viewer.require(Permission.UNMASK);
    Contact contact = get(party);
    access.read(viewer, AccessLog.Sight.ofParty(subject, party), purpose);
    return contact;
  }

  /** How the program itself reaches the party: for messages it sends, never for a screen. */
  public Optional<Contact> findForSending(UUID party) {
    return store.find(party);
  }

  /** Whether the party's number ends in these four digits; false if it gave none. */
  public boolean phoneEndsWith(UUID party, String lastFour) {
    String digits = phones.normal(lastFour);
    return digits.length() == LAST_DIGITS
        && store
            .find(party)
            .map(Contact::phone)
            .filter(phone -> phone.endsWith(digits))
            .isPresent();
  }

  /** All parties with that number, oldest first. */
  public List<UUID> findByPhone(String phone) {
    String normal = phones.normal(phone);
    return normal.isEmpty() ? List.of() : store.listByPhone(normal);
  }

  private Contact get(UUID party) {
    return store.find(party).orElseThrow(() -> new NoSuchElementException("No party " + party));
  }

  private static @Nullable String words(@Nullable String typed) {
    return typed == null || typed.isBlank() ? null : typed.strip();
  }

  private @Nullable String phone(@Nullable String typed) {
    String normal = phones.normal(Objects.requireNonNullElse(typed, ""));
    return normal.isEmpty() ? null : normal;
  }
}
