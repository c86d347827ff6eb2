package org.yiwang.place;

import org.jspecify.annotations.Nullable;
import org.yiwang.pack.Text;

/**
 * Where in the district a position lies (位置).
 *
 * @param lon longitude, WGS 84 degrees
 * @param lat latitude, WGS 84 degrees
 * @param area the street
 * @param grid the grid, where the street is divided into grids
 * @param nearby the nearest landmark in words: 近隆昌路521号 / near …
 * @param assumed the position lies between the known outlines; the nearest street was taken
 */
public record Location(
    double lon, double lat, Area area, @Nullable Grid grid, Text nearby, boolean assumed) {}
