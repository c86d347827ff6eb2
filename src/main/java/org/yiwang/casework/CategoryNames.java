package org.yiwang.casework;

import java.util.Map;
import java.util.Optional;
import org.yiwang.pack.Text;

/**
 * How categories and their groups are called (类别名称). A case knows only their ids; the floor above
 * declares them.
 */
public interface CategoryNames {
  /**
   * What cases of these groups are, all together: reports, applications, what is asked of files.
   */
  Net net();

  Optional<Text> findCategoryName(String id);

  /** Groups by id, in the order of the packs. */
  Map<String, Text> listGroupNames();
}
