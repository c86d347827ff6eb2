package org.yiwang.notice;

import java.util.Optional;
import org.yiwang.identity.Viewer;
import org.yiwang.page.Link;
import org.yiwang.page.Page;

/**
 * Knows where that which a message is about is to be seen or done (通知所指的页面). A bean of the module
 * that keeps it; the first that knows, in the order of the beans, is believed.
 */
public interface NoticePlace {
  /**
   * Where the reader finds it: what to do there in a few words, and its address; empty where it is
   * none of this module's, or not the reader's to see.
   */
  Optional<Link> find(Notice of, Viewer reader, Page page);
}
