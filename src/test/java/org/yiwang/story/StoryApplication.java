package org.yiwang.story;

import java.util.List;

/**
 * An application of a story.
 *
 * @param path the address of its page
 * @param matters those it may lead to
 */
record StoryApplication(String name, String who, String path, List<String> matters) {}
