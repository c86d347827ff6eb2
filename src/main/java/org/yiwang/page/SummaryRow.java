package org.yiwang.page;

import org.jspecify.annotations.Nullable;

/**
 * One answer shown for checking (核对), with the way to change it.
 *
 * @param value empty is shown as "not given"
 * @param changeHref null when it cannot be changed
 */
public record SummaryRow(String label, String value, @Nullable String changeHref) {
  public static SummaryRow of(String label, String value) {
    return new SummaryRow(label, value, null);
  }
}
