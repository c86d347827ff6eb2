package org.yiwang.notice;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiwang.pack.Language;

/**
 * Whom a message is for (收件人); an account, a party, or both. Numbers and addresses are not kept
 * here but asked of the {@link AddressBook} at the moment of delivery.
 *
 * @param account whose inbox it goes to
 * @param party whose telephone or mail address it goes to
 * @param shownAs that number or address masked, e.g. 138****1234
 * @param language in which the person is written to
 */
public record Recipient(
    @Nullable String account, @Nullable UUID party, @Nullable String shownAs, Language language) {

  public static Recipient account(String account, Language language) {
    return new Recipient(account, null, null, language);
  }

  public static Recipient party(UUID party, String shownAs, Language language) {
    return new Recipient(null, party, shownAs, language);
  }
}
