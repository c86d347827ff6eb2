/** Working-time clocks (工作时限): holidays, make-up days, hours; deadlines that explain themselves. */
@NullMarked
@ApplicationModule(
    displayName = "calendar",
    allowedDependencies = {"pack"})
package org.yiwang.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
