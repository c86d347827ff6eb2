package org.yiwang.place;

import org.locationtech.jts.geom.Geometry;
import org.yiwang.pack.Text;

/**
 * A management grid (网格): the part of a street that one team walks.
 *
 * @param code unique in the district
 * @param area code of the street it belongs to
 * @param derived divided by this project and not official: say so wherever it is shown
 * @param shape polygon in WGS 84
 */
public record Grid(String code, Text name, String area, boolean derived, Geometry shape) {}
