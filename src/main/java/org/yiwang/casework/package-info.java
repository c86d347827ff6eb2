/** Cases (办件) moving along declared lifecycles (流程), by people, against clocks. */
@NullMarked
@ApplicationModule(
    displayName = "casework",
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
      "rule"
    })
package org.yiwang.casework;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
