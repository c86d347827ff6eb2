package org.yiwang.credential;

import java.util.Optional;
import java.util.UUID;
import org.yiwang.identity.Viewer;
import org.yiwang.party.Mandate;

/**
 * Whoever knows which single credential somebody may read for its holder (代办查看), though the
 * holder's wallet is not theirs to open: to see and to print, not to present.
 */
public interface LetsRead {
  /** By what the viewer may read it now; empty if not at all. */
  Optional<Mandate> findMandate(Viewer viewer, UUID credential);
}
