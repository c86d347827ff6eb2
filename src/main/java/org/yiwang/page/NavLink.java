package org.yiwang.page;

import org.yiwang.pack.Text;

/**
 * One link of the header (导航).
 *
 * @param label two to four characters in Chinese
 * @param href a path of this site; the link is marked as present on it and on all pages below it
 * @param order small numbers come first; residents' pages 0-99, officers' pages 100-199
 * @param fresh how much there is new for the reader; shown beside the label when not 0
 */
public record NavLink(Text label, String href, int order, long fresh) {
  /** Where nothing is counted. */
  public NavLink(Text label, String href, int order) {
    this(label, href, order, 0);
  }
}
