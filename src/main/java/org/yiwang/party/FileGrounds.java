package org.yiwang.party;

import java.util.Optional;
import java.util.UUID;
import org.yiwang.identity.Viewer;

/**
 * Tells for what an officer may open a file (调档依据). Offered by a floor above, which knows cases;
 * without one there is never a ground.
 */
public interface FileGrounds {
  /** Subject of an open case of that party within the viewer's reach: {@code case:…}. */
  Optional<String> findOpenCase(UUID party, Viewer viewer);
}
