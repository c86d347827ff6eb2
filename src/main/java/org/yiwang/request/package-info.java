/** Requests (诉求): what residents report, how they look it up, and what they are told. */
@NullMarked
@ApplicationModule(
    displayName = "request",
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
      "matter",
      "words"
    })
package org.yiwang.request;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
