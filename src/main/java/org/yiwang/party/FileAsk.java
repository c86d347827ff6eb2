package org.yiwang.party;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An officer asks to open a file (调档请求).
 *
 * @param why the written reason, needed where no open case is the ground
 * @param full whether identifiers are wanted in full, which needs a permission of its own
 * @param number of the open case for which it is; null where it is not said, which is enough if
 *     there is only one
 */
public record FileAsk(UUID party, @Nullable String why, boolean full, @Nullable String number) {}
