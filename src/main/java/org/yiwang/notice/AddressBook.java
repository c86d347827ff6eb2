package org.yiwang.notice;

import java.util.Optional;
import java.util.UUID;

/**
 * Knows where a party is reached (联系方式). Given by the module that keeps numbers and addresses
 * encrypted; asked only while a message is being delivered.
 */
public interface AddressBook {
  /** The telephone number (for {@link Way#SMS}) or mail address (for {@link Way#MAIL}). */
  Optional<String> findAddress(UUID party, Way way);
}
