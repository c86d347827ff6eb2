/** Measurements of the running program (性能测量), each as a ratio to the bare database. */
@NullMarked
@ApplicationModule(
    displayName = "bench",
    allowedDependencies = {
      "launch",
      "pack",
      "identity",
      "party",
      "journal",
      "credential",
      "matter",
      "words",
      "page",
      "casework",
      "request"
    })
package org.yiwang.bench;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
