/** People, firms and things with a file (主体): how to reach whoever reported, kept sealed. */
@NullMarked
@ApplicationModule(
    displayName = "party",
    allowedDependencies = {"pack", "page", "journal", "identity", "calendar", "notice"})
package org.yiwang.party;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
