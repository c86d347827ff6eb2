package org.yiwang.story;

import org.jspecify.annotations.Nullable;

/**
 * A case of a story.
 *
 * @param reporter the account it was reported from, {@code visitor} for nobody
 * @param code the digits by which a visitor looks it up
 * @param application the address of the application it is part of, or of the promise that it
 *     checks; null for a report
 */
record StoryCase(
    String number, String reporter, @Nullable String code, @Nullable String application) {
  boolean byVisitor() {
    return reporter.equals(StoryLinks.VISITOR);
  }

  /** Whether whoever reported it opened it by the code on their slip. */
  boolean byCode() {
    return application != null && application.startsWith("/follow/");
  }

  /** Whether it checks a promise. */
  boolean promise() {
    return application != null && application.startsWith("/promises/");
  }
}
