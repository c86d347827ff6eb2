/** Own words (自己的话): finds definitions by what people call them, in Chinese and English. */
@NullMarked
@ApplicationModule(
    displayName = "words",
    allowedDependencies = {"pack"})
package org.yiwang.words;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
