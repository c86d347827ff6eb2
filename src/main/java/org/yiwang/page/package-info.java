/** Pages (页面): components, modes, languages, refusals. Knows no domain. */
@NullMarked
@ApplicationModule(
    displayName = "page",
    allowedDependencies = {"pack"})
package org.yiwang.page;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
