/** Operations (城市运行): the duty officer's board, the wall, live counts, and the demo's cases. */
@NullMarked
@ApplicationModule(
    displayName = "operations",
    allowedDependencies = {
      "launch",
      "pack",
      "page",
      "identity",
      "calendar",
      "journal",
      "notice",
      "place",
      "party",
      "casework",
      "request"
    })
package org.yiwang.operations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
