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

/**
 * The files of people, firms and things (主体). What identifies a person is sealed in the database
 * and masked on screens; seeing it in full needs a permission and is written down.
 */
@Component
public class Parties {
  private static final int LAST_DIGITS = 4;

  private final PartyStore store;
  private final AccessLog access;
  private final DistrictTime time;
  private final Phones phones;

  Parties(PartyStore store, AccessLog access, DistrictTime time, Phones phones) {
    this.store = store;
    this.access = access;
    this.time = time;
    this.phones = phones;
  }

  /**
   * Keeps how somebody wishes to be reached; joins the transaction of whatever it belongs to.
   *
   * @return the party's id; of the existing one if the same name and number are already on file
   */
  @Transactional
  public UUID saveContact(Contact contact) {
    Contact clean =
        new Contact(words(contact.name()), phone(contact.phone()), words(contact.mail()));
    return findSame(clean).orElseGet(() -> store.insert(clean, time.instant()));
  }

  /**
   * The party of whoever signs in with an account; made at the first asking.
   *
   * @param account the account's id
   * @param name how the account's owner is called, for a party that is made now
   */
  @Transactional
  public UUID ofAccount(String account, String name) {
    return store.findByAccount(account).orElseGet(() -> store.join(account, name, time.instant()));
  }

  /** The account with which a party signs in, if it has one. */
  public Optional<String> findAccount(UUID party) {
    return store.findAccount(party);
  }

  private Optional<UUID> findSame(Contact contact) {
    return contact.phone() == null
        ? Optional.empty()
        : findByPhone(contact.phone()).stream()
            .filter(id -> contact.equals(store.find(id).orElse(null)))
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
   * @throws org.yiwang.page.RefusedException FORBIDDEN without {@link Permission#UNMASK}
   */
  @Transactional
  public Contact reveal(Viewer viewer, UUID party, String subject, String purpose) {
    viewer.require(Permission.UNMASK);
    Contact contact = get(party);
    access.read(viewer, subject, "party:" + party, purpose);
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
