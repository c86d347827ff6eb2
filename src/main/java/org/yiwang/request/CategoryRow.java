package org.yiwang.request;

import java.util.List;
import org.yiwang.calendar.TimeLimit;
import org.yiwang.pack.Text;

/**
 * One row of an application's {@code categories.csv}.
 *
 * @param unit id of the unit that handles it, or {@code street}: the office of the place's street
 * @param words what people call it in their own words, either language
 */
record CategoryRow(
    String id,
    Text group,
    Text name,
    Text condition,
    Text closing,
    String unit,
    TimeLimit limit,
    String lifecycle,
    PhotoNeed photo,
    List<String> words,
    boolean invented) {
  /** The word in the unit column that stands for the street office. */
  static final String STREET = "street";

  /** Whether a photo has to come with it. */
  enum PhotoNeed {
    REQUIRED,
    OPTIONAL
  }

  Category in(String application) {
    return new Category(
        application,
        id,
        slug(group.en()),
        group,
        name,
        condition,
        closing,
        unit,
        limit,
        lifecycle,
        photo == PhotoNeed.REQUIRED,
        words);
  }

  /** Groups have no id of their own in the file; their English name serves in addresses. */
  private static String slug(String words) {
    String slug = words.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    return slug.replaceAll("^-|-$", "");
  }
}
