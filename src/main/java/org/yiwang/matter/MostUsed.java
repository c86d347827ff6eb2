package org.yiwang.matter;

import java.util.List;

/**
 * What people ask for most (最常办), for the finding page. The catalogue does not know who asked for
 * what; the module that keeps applications offers a bean.
 */
public interface MostUsed {
  /**
   * One that was asked for.
   *
   * @param bundle whether it is a bundle; a matter otherwise
   * @param id its id; the district may have it no longer
   * @param times how often it was asked for
   */
  record Use(boolean bundle, String id, long times) {}

  /**
   * Those asked for in the last days, most often first.
   *
   * @param days how many days are looked back
   * @param most at most so many
   */
  List<Use> list(int days, int most);
}
