/** Journeys through the whole program in a real browser. */
@NullMarked
package org.yiwang.journeys;

import org.jspecify.annotations.NullMarked;
