package org.yiwang.casework;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An uploaded image after it was checked: redrawn as JPEG, upright, without hidden facts.
 *
 * @param jpeg the picture, longer side at most 2,048 pixels
 * @param thumb the same, longer side at most 480 pixels
 */
record Picture(
    byte[] jpeg,
    byte[] thumb,
    int width,
    int height,
    @Nullable Instant taken,
    @Nullable Double lon,
    @Nullable Double lat) {}
