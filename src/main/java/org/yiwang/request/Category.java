package org.yiwang.request;

import java.util.List;
import org.yiwang.calendar.TimeLimit;
import org.yiwang.pack.Text;

/**
 * A class of requests (类别; 部件/事件小类 of GB/T 30428).
 *
 * @param application the application that declares it and whose lifecycle its cases run on
 * @param group id of the group (大类) it belongs to
 * @param condition when a request is of this category (立案条件)
 * @param closing when it counts as dealt with (结案条件)
 * @param unit id of the unit that handles it, or {@code street}
 * @param limit how long handling may take (处置时限)
 * @param photoRequired whether a report on a page needs a photo
 * @param words what people call it
 */
public record Category(
    String application,
    String id,
    String group,
    Text groupName,
    Text name,
    Text condition,
    Text closing,
    String unit,
    TimeLimit limit,
    String lifecycle,
    boolean photoRequired,
    List<String> words) {

  boolean forStreet() {
    return unit.equals(CategoryRow.STREET);
  }
}
