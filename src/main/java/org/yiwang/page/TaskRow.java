package org.yiwang.page;

import org.jspecify.annotations.Nullable;

/**
 * One task of a task list (任务).
 *
 * @param href null when it cannot be started yet
 * @param state how far it is, as an adjective
 */
public record TaskRow(String label, @Nullable String href, String state, Tone tone) {}
