package org.yiwang.casework;

import java.util.List;
import java.util.function.Supplier;
import org.yiwang.casework.LifecycleDefinition.Action;
import org.yiwang.journal.Entry;

/**
 * Somebody about to do something with a case; what policies judge.
 *
 * @param history the case's journal, read only if a policy asks for it
 */
record Attempt(
    Case of, String actionId, Action action, Mover mover, Supplier<List<Entry>> history) {}
