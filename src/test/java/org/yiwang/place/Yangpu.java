package org.yiwang.place;

import java.nio.file.Path;
import java.util.List;
import org.yiwang.pack.District;
import org.yiwang.pack.Packs;

/** The reference district's ground, read once. */
final class Yangpu {
  static final District DISTRICT =
      Packs.load(Path.of("packs/yangpu"), List.of(new PlacePackPart()));
  static final Ground GROUND = new PlaceBeans().ground(DISTRICT);
  static final Places PLACES = new PlaceBeans().places(DISTRICT, GROUND);

  private Yangpu() {}
}
