package org.yiwang.casework;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiwang.pack.Text;

/**
 * One line of a case's history as whoever reported may read it (公开经过): never an internal note.
 *
 * @param publicStatus the public status that began then
 * @param says what the person was told, null if nothing
 * @param because the reason chosen, where one was and the person is told of it
 * @param note the closing note, or the reason in words, or the person's own words
 * @param photos of the handling, where the person is told of it
 * @param rating one to five, where the line is the rating
 * @param own whether whoever reported did it: only that person reads the words and the rating
 */
public record PublicLine(
    Instant at,
    Text publicStatus,
    @Nullable Text says,
    @Nullable Text because,
    @Nullable String note,
    List<UUID> photos,
    @Nullable Integer rating,
    boolean own) {

  /** The same line without what is between whoever reported and the district. */
  public PublicLine forOthers() {
    return own
        ? new PublicLine(at, publicStatus, says, because, null, List.of(), null, true)
        : this;
  }
}
