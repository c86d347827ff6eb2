package org.yiwang.identity;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody stands in the district's work (岗位): roles, and the unit, area and grid they are
 * held for.
 */
record Post(
    Set<String> roles, @Nullable String unit, @Nullable String area, @Nullable String grid) {}
