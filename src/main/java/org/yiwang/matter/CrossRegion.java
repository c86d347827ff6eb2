package org.yiwang.matter;

import org.jspecify.annotations.Nullable;
import org.yiwang.pack.Text;

/**
 * From where else it can be asked for, without travelling to the district (跨域通办).
 *
 * @param range how far it reaches
 * @param region which provinces together, for the range of a region
 */
public record CrossRegion(Range range, @Nullable Text region) {
  static final CrossRegion HERE = new CrossRegion(Range.DISTRICT, null);

  /** How far (通办范围), the widest first. */
  public enum Range {
    NATION(Text.of("全国通办", "From anywhere in the country")),
    REGION(Text.of("跨省通办", "From several provinces")),
    CITY(Text.of("全市通办", "From anywhere in the city")),
    DISTRICT(Text.of("仅限本区", "In this district only"));

    private final Text words;

    Range(Text words) {
      this.words = words;
    }

    /** Whether it reaches beyond the city, so that nobody can be asked to come. */
    boolean far() {
      return this == NATION || this == REGION;
    }
  }

  /** In words, with the region's own name. */
  public Text words() {
    return region == null
        ? range.words
        : Text.of(region.zh() + range.words.zh(), "From anywhere in the " + region.en());
  }
}
