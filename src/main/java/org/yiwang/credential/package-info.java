/** Credentials (电子证照、材料银行): issued, kept, shown once by consent, and checked by anybody. */
@NullMarked
@ApplicationModule(
    displayName = "credential",
    allowedDependencies = {
      "launch",
      "pack",
      "page",
      "identity",
      "calendar",
      "journal",
      "notice",
      "place",
      "party"
    })
package org.yiwang.credential;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
