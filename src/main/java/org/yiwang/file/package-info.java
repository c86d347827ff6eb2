/** The file as people and officers meet it (档案): pages, corrections, who looked, mandates. */
@NullMarked
@ApplicationModule(
    displayName = "file",
    allowedDependencies = {
      "pack",
      "page",
      "identity",
      "calendar",
      "journal",
      "notice",
      "party",
      "credential",
      "matter",
      "casework"
    })
package org.yiwang.file;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
