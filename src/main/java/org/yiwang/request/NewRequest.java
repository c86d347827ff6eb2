package org.yiwang.request;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiwang.pack.Language;
import org.yiwang.party.Contact;

/**
 * What somebody reports (诉求), as it comes in.
 *
 * @param category id of a category
 * @param text what was seen, in own words, 1 to 5,000 characters
 * @param place where; required
 * @param photos ids from {@link org.yiwang.casework.CasePhotos}, at most 5
 * @param channel {@code web}, {@code api}, {@code hotline}, {@code demo} …
 * @param language the person's, for what is told later
 * @param invented true for demo requests
 * @param key the form's or client's idempotency key
 */
public record NewRequest(
    String category,
    String text,
    @Nullable RequestPlace place,
    Contact contact,
    List<UUID> photos,
    String channel,
    Language language,
    boolean invented,
    @Nullable String key) {}
