package org.yiwang.launch;

import java.util.List;

/**
 * What a module wants said at the terminal once pages can be served (就绪公告), such as the demo
 * accounts.
 */
@FunctionalInterface
public interface Announcement {
  /** Lines without indentation; empty if there is nothing to say this time. */
  List<String> lines();
}
