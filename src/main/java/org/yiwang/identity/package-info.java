/** Who somebody is here (身份): accounts, roles, scopes, units, sign-in, who looked at what. */
@NullMarked
@ApplicationModule(
    displayName = "identity",
    allowedDependencies = {"pack", "page", "journal", "calendar", "launch"})
package org.yiwang.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
