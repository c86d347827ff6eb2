package org.yiwang.identity;

import org.jspecify.annotations.Nullable;
import org.yiwang.pack.Text;

/**
 * What an account begins with; names as in {@link Account}.
 *
 * @param password already hashed; null for people of an outside provider
 */
record NewAccount(
    String login,
    Text name,
    Post post,
    @Nullable String password,
    boolean mustChange,
    boolean demo) {}
