package org.yiwang.identity;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yiwang.pack.Text;

/** What an account begins with; names as in {@link Account}. */
record NewAccount(
    String login,
    Text name,
    Set<String> roles,
    @Nullable String unit,
    @Nullable String area,
    @Nullable String grid,
    @Nullable String password,
    boolean mustChange,
    boolean demo) {}
