/** Starting and stopping (启动): the command line, the embedded database, the pid file. */
@NullMarked
@ApplicationModule(
    displayName = "launch",
    allowedDependencies = {"pack"})
package org.yiwang.launch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
