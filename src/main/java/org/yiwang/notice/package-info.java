/** Messages out (通知): written with the change they tell of, delivered afterwards, tried again. */
@NullMarked
@ApplicationModule(
    displayName = "notice",
    allowedDependencies = {"pack", "page", "calendar", "journal", "identity"})
package org.yiwang.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
