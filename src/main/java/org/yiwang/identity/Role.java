package org.yiwang.identity;

import java.util.Set;
import org.yiwang.pack.Text;

/**
 * What somebody is in the district (角色).
 *
 * @param id as lifecycles and accounts name it
 * @param name in words
 * @param permissions what it allows beyond the actions lifecycles grant by name
 * @param start path of the page it begins with after signing in
 */
public record Role(String id, Text name, Set<Permission> permissions, String start) {}
