package org.yiwang.request;

import org.jspecify.annotations.Nullable;

/** How whoever reports wants to be reached (联系方式); everything may be left out. */
public record Contact(@Nullable String name, @Nullable String phone, @Nullable String mail) {
  public static final Contact NONE = new Contact(null, null, null);

  /** Whether nobody can be reached by it. */
  boolean isEmpty() {
    return phone == null && mail == null;
  }

  /** The digits by which the request is looked up. */
  @Nullable String tail() {
    return phone == null ? null : phone.substring(Math.max(0, phone.length() - 4));
  }
}
