package org.yiwang.casework;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A photo of a case (照片), without its pixels. The picture itself carries no hidden facts any more;
 * what the camera said about time and place is kept here.
 *
 * @param number the case, null while the report is being written
 * @param draft the report being written
 * @param taken when, by the camera's clock
 * @param lon where, if the camera said (WGS 84)
 */
public record CasePhoto(
    UUID id,
    @Nullable String number,
    @Nullable UUID draft,
    @Nullable Instant taken,
    @Nullable Double lon,
    @Nullable Double lat,
    int width,
    int height,
    Instant at) {}
