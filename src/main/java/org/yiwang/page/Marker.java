package org.yiwang.page;

import org.jspecify.annotations.Nullable;

/**
 * One thing on a map (点位), WGS 84 degrees.
 *
 * @param label what it is, in the reader's language
 * @param href where to read more; null for nowhere
 */
public record Marker(double lon, double lat, String label, @Nullable String href, Tone tone) {
  public static Marker of(double lon, double lat, String label) {
    return new Marker(lon, lat, label, null, Tone.RUN);
  }
}
