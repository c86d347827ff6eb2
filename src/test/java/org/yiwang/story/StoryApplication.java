package org.yiwang.story;

import java.util.List;

/**
 * An application of a story.
 *
 * @param path the address of its page
 * @param matters those it may lead to
 */
record StoryApplication(String name, String who, String path, List<String> matters) {
  /**
   * Whether it is of somebody without an account: then the officer's page of the visit is known.
   */
  boolean atCounter() {
    return path.startsWith("/window/");
  }
}
