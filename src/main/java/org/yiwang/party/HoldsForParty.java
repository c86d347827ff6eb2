package org.yiwang.party;

import java.util.UUID;

/**
 * Knows whether something beyond the file itself belongs to a party (名下内容), such as credentials or
 * applications; answered by the modules that keep these.
 */
public interface HoldsForParty {
  /** Whether anything is kept for that party. */
  boolean holds(UUID party);
}
