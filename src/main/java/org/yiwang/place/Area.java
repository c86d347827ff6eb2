package org.yiwang.place;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.yiwang.pack.Text;

/**
 * A street's territory (街道辖区).
 *
 * @param code the division's code after GB/T 2260, or the district's own
 * @param unit id of the unit that is responsible for it
 * @param approximate the outline is derived and not official: say so wherever it is shown
 * @param shape polygon in WGS 84
 * @param areaKm2 square kilometres
 * @param population residents at the last census
 */
public record Area(
    String code,
    Text name,
    @Nullable String unit,
    boolean approximate,
    Geometry shape,
    double areaKm2,
    @Nullable Long population) {}
