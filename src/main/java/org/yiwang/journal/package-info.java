/** The journal (日志): one append-only entry for every change, written in the same transaction. */
@NullMarked
@ApplicationModule(
    displayName = "journal",
    allowedDependencies = {"launch", "pack", "page", "calendar"})
package org.yiwang.journal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
