package org.yiwang.operations;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.yiwang.casework.CasePhotos;
import org.yiwang.request.Category;

/** Drawn photos for invented cases: each drawn and checked once, then kept again for each case. */
final class DemoAlbum {
  private static final int VIEWS = 2;
  private final CasePhotos photos;
  private final DemoWords words;
  private final DemoChance chance;
  private final Map<DemoPicture, UUID[]> before = new EnumMap<>(DemoPicture.class);
  private final Map<Integer, UUID> after = new HashMap<>();

  DemoAlbum(CasePhotos photos, DemoWords words, DemoChance chance) {
    this.photos = photos;
    this.words = words;
    this.chance = chance;
  }

  /** A picture of what was reported. */
  UUID before(Category category) {
    DemoPicture shows = words.picture(category);
    int view = chance.upTo(VIEWS);
    UUID[] views = before.computeIfAbsent(shows, s -> new UUID[VIEWS]);
    if (views[view] == null) {
      views[view] = photos.keep(DrawDemoPicture.draw(shows, view), null, null);
    }
    return photos.again(views[view]);
  }

  /** A picture of the same kind of street, put in order. */
  UUID after(Category category) {
    int view = chance.upTo(VIEWS);
    UUID tidy =
        after.computeIfAbsent(
            view, v -> photos.keep(DrawDemoPicture.draw(DemoPicture.STREET, v), null, null));
    return photos.again(tidy);
  }
}
