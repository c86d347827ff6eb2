/** Matters (事项): what can be asked for, by whom, with what, by when and under which law. */
@NullMarked
@ApplicationModule(
    displayName = "matter",
    allowedDependencies = {
      "pack",
      "page",
      "identity",
      "journal",
      "calendar",
      "place",
      "words",
      "rule",
      "party"
    })
package org.yiwang.matter;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
