package org.yiwang.party;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An officer asks to open a file (调档请求).
 *
 * @param why the written reason, needed where no open case is the ground
 * @param full whether identifiers are wanted in full, which needs a permission of its own
 */
public record FileAsk(UUID party, @Nullable String why, boolean full) {}
