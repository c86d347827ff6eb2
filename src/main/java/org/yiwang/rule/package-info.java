/** Rules (规则): conditions in FEEL over what is known of a person, a firm or a form. */
@NullMarked
@ApplicationModule(
    displayName = "rule",
    allowedDependencies = {"pack"})
package org.yiwang.rule;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
