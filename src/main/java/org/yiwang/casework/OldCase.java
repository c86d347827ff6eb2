package org.yiwang.casework;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A case that another system kept before (历史办件).
 *
 * @param step where it stands; the start if open and the closed step if closed where null
 * @param opened when it was opened there
 * @param due when it was due there; if null counted from the category's limit, for an open case
 *     whose time would be over from the take-over
 * @param closed when it was closed there, null while it is open
 * @param note what was told at the end
 */
public record OldCase(
    NewCase facts,
    @Nullable String step,
    Instant opened,
    @Nullable Instant due,
    @Nullable Instant closed,
    @Nullable String note) {}
