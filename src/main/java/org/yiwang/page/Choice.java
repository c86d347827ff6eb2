package org.yiwang.page;

import org.jspecify.annotations.Nullable;

/**
 * One answer of a select, of radio buttons or of checkboxes (选项), already in the reader's language.
 *
 * @param value what the form sends
 * @param label what the reader sees
 * @param hint a second line below it; not for a select
 */
public record Choice(String value, String label, @Nullable String hint) {
  public static Choice of(String value, String label) {
    return new Choice(value, label, null);
  }
}
