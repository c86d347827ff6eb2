package org.yiwang.casework;

import java.util.Optional;

/**
 * Where whoever a case belongs to follows it and acts on it once signed in (本人办件页), asked of the
 * floors above. Each case has one such place at most: whatever else is reached by number and code
 * is no way round it.
 */
public interface OwnCasePage {
  /** The address of that page, if the case is one of this module's. */
  Optional<String> find(Case of);
}
