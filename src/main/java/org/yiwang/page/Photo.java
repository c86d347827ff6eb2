package org.yiwang.page;

import org.jspecify.annotations.Nullable;

/**
 * A photo (照片).
 *
 * @param href the large picture
 * @param thumbnail the small one
 * @param alt what is to be seen, for those who do not see it
 * @param caption when and by whom; null for none
 */
public record Photo(String href, String thumbnail, String alt, @Nullable String caption) {
  /** The largest photo that may be sent, in megabytes (of 1,048,576 bytes). */
  public static final int MOST_MEGABYTES = 10;
}
