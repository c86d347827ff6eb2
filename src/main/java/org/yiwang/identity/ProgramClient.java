package org.yiwang.identity;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiwang.pack.Text;

/**
 * A program that signs people in here or acts in its own name (接入应用).
 *
 * @param clientId what it calls itself
 * @param secret hash of its secret; null for a program that cannot keep one and proves itself by
 *     PKCE alone
 * @param redirects where people may be sent back to after signing in
 * @param post roles and reach when it acts in its own name; needs a secret
 */
record ProgramClient(
    UUID id,
    String clientId,
    Text name,
    @Nullable String secret,
    List<String> redirects,
    Post post,
    boolean enabled,
    boolean demo) {}
