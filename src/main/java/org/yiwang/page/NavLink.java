package org.yiwang.page;

import org.yiwang.pack.Text;

/**
 * One link of the header (导航).
 *
 * @param label two to four characters in Chinese
 * @param href a path of this site; the link is marked as present on it and on all pages below it
 * @param order small numbers come first; residents' pages 0-99, officers' pages 100-199
 */
public record NavLink(Text label, String href, int order) {}
