package org.yiwang.page;

import org.jspecify.annotations.Nullable;

/**
 * A link in the reader's language (链接), for lists, tabs, tiles, crumbs and chips.
 *
 * @param note a few words beside or below it
 */
public record Link(String label, String href, @Nullable String note) {
  public static Link of(String label, String href) {
    return new Link(label, href, null);
  }
}
