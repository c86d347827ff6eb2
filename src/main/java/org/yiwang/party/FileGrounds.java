package org.yiwang.party;

import java.util.List;
import java.util.UUID;
import org.yiwang.identity.Viewer;
import org.yiwang.pack.Text;

/**
 * Tells for what an officer may open a file (调档依据). Offered by a floor above, which knows cases;
 * without one there is never a ground.
 */
public interface FileGrounds {
  /**
   * An open case for which a file may be opened (查阅依据).
   *
   * @param subject as the journal names it: {@code case:…}
   * @param number of the case
   * @param title what the case is about
   */
  record Ground(String subject, String number, Text title) {}

  /** The open cases of that party within the viewer's reach. */
  List<Ground> listOpenCases(UUID party, Viewer viewer);
}
