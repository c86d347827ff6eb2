/**
 * Submissions (申报): a filled form for a matter or a bundle, from the first answer to the outcome.
 */
@NullMarked
@ApplicationModule(
    displayName = "submission",
    allowedDependencies = {
      "pack",
      "page",
      "identity",
      "calendar",
      "journal",
      "notice",
      "place",
      "party",
      "credential",
      "matter",
      "rule",
      "casework",
      "file"
    })
package org.yiwang.submission;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
