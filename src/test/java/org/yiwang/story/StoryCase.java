package org.yiwang.story;

import org.jspecify.annotations.Nullable;

/**
 * A case of a story.
 *
 * @param reporter the account it was reported from, {@code visitor} for nobody
 * @param code the digits by which a visitor looks it up
 */
record StoryCase(String number, String reporter, @Nullable String code) {
  boolean byVisitor() {
    return reporter.equals(StoryLinks.VISITOR);
  }
}
