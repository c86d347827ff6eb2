package org.yiwang.casework;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiwang.pack.Text;

/**
 * One line of a case's history as whoever reported may read it (公开经过): never an internal note.
 *
 * @param status the public status that began then
 * @param says what the person was told, null if nothing
 * @param because the reason chosen, where one was and the person is told of it
 * @param note the closing note, or the reason in words, or the person's own words
 * @param photos of the handling, where the person is told of it
 * @param rating one to five, where the line is the rating
 */
public record PublicLine(
    Instant at,
    Text status,
    @Nullable Text says,
    @Nullable Text because,
    @Nullable String note,
    List<UUID> photos,
    @Nullable Integer rating) {}
