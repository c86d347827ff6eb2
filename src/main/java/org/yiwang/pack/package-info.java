/** Packs (应用包): reads and checks the declarative files of a district. Knows no domain. */
@NullMarked
@ApplicationModule(
    displayName = "pack",
    allowedDependencies = {})
package org.yiwang.pack;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
