/** Space (空间): areas, grids, landmarks, base map; which street and grid a point lies in. */
@NullMarked
@ApplicationModule(
    displayName = "place",
    allowedDependencies = {"pack", "page"})
package org.yiwang.place;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
