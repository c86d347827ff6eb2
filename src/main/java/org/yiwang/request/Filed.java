package org.yiwang.request;

import org.yiwang.casework.Case;

/**
 * A request that was taken in (受理回执).
 *
 * @param opened the case it opened, or the one the same key opened before
 * @param receipt the code by which it can be looked up without a telephone number
 */
public record Filed(Case opened, String receipt) {}
