/** The program. */
@NullMarked
package org.yiwang;

import org.jspecify.annotations.NullMarked;
