/** Stories (验收故事): what a bureau expects of its application, in sentences that are run. */
@NullMarked
@ApplicationModule(
    displayName = "story",
    allowedDependencies = {"pack", "identity", "casework", "matter", "credential"})
package org.yiwang.story;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
