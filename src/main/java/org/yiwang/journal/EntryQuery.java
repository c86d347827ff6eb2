package org.yiwang.journal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of the journal (留痕) to list, newest first. Null means any.
 *
 * @param kind a kind, or with a dot at its end all that begin so: {@code access.}
 * @param before only entries with a smaller id, for the next page
 * @param limit at most so many, 1 to 1000
 */
public record EntryQuery(
    @Nullable String kind,
    @Nullable String subject,
    @Nullable String account,
    @Nullable Instant from,
    @Nullable Instant until,
    @Nullable Long before,
    int limit) {}
