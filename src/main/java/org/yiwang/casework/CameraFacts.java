package org.yiwang.casework;

import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.imaging.jpeg.JpegProcessingException;
import com.drew.imaging.jpeg.JpegSegmentMetadataReader;
import com.drew.lang.GeoLocation;
import com.drew.metadata.Metadata;
import com.drew.metadata.MetadataException;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.GpsDirectory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a camera wrote beside the pixels (EXIF).
 *
 * @param orientation 1 (upright) to 8
 */
record CameraFacts(
    int orientation, @Nullable Instant taken, @Nullable Double lon, @Nullable Double lat) {
  private static final CameraFacts NONE = new CameraFacts(1, null, null, null);

  /**
   * Reads EXIF of a JPEG and nothing else: other formats, and what else a JPEG may carry, hold
   * packed texts, and two megabytes of them unpack into gigabytes.
   */
  static CameraFacts of(byte[] image) {
    try {
      List<JpegSegmentMetadataReader> exif = List.of(new ExifReader());
      return of(JpegMetadataReader.readMetadata(new ByteArrayInputStream(image), exif));
    } catch (JpegProcessingException | IOException | RuntimeException unreadable) {
      return NONE; // hidden facts are a help, never a condition
    }
  }

  private static CameraFacts of(Metadata metadata) {
    GeoLocation place = placeOf(metadata);
    ExifSubIFDDirectory exif = metadata.getFirstDirectoryOfType(ExifSubIFDDirectory.class);
    Date taken = exif == null ? null : exif.getDateOriginal();
    return new CameraFacts(
        orientation(metadata),
        taken == null ? null : taken.toInstant(),
        place == null ? null : place.getLongitude(),
        place == null ? null : place.getLatitude());
  }

  private static @Nullable GeoLocation placeOf(Metadata metadata) {
    GpsDirectory gps = metadata.getFirstDirectoryOfType(GpsDirectory.class);
    GeoLocation place = gps == null ? null : gps.getGeoLocation();
    return place == null || place.isZero() ? null : place;
  }

  private static int orientation(Metadata metadata) {
    ExifIFD0Directory first = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
    if (first == null || !first.containsTag(ExifIFD0Directory.TAG_ORIENTATION)) {
      return 1;
    }
    try {
      return Math.clamp(first.getInt(ExifIFD0Directory.TAG_ORIENTATION), 1, 8);
    } catch (MetadataException odd) {
      return 1;
    }
  }
}
