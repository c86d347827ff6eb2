package org.yiwang.request;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yiwang.pack.Text;

/**
 * {@code imports/<id>.yaml}: how a file of another system becomes requests (导入映射).
 *
 * @param format {@code csv}
 * @param zone the zone of times without one
 * @param columns what is needed, and the file's column that has it
 * @param keyPrefix put before the file's key to make the case's outside key
 * @param noPosition longitude and latitude that mean: no place is known
 * @param noAddress the address that means the same
 * @param states the file's state, and the step a case in it enters
 * @param categories the first line that fits decides
 * @param otherCategory for what no line fits; such rows are refused without it
 * @param departments the first line whose words the department begins with decides the unit
 * @param otherDepartment the unit for what no line fits; the category's own unit without it
 */
record ImportMapping(
    String id,
    Text name,
    Format format,
    ZoneId zone,
    Columns columns,
    @Nullable String keyPrefix,
    List<Double> noPosition,
    @Nullable String noAddress,
    Map<String, String> states,
    List<CategoryLine> categories,
    @Nullable String otherCategory,
    List<DepartmentLine> departments,
    @Nullable String otherDepartment) {

  /** How the file is written. */
  enum Format {
    CSV
  }

  /** The file's column for each thing needed. */
  record Columns(
      String key,
      String reported,
      @Nullable String closed,
      @Nullable String due,
      @Nullable String state,
      @Nullable String department,
      String category,
      @Nullable String subcategory,
      @Nullable String words,
      @Nullable String answer,
      @Nullable String address,
      @Nullable String lat,
      @Nullable String lon) {}

  /** Fits a row's category and, where given, subcategory. */
  record CategoryLine(String cat, @Nullable String sub, String category) {
    boolean fits(String of, String under) {
      return cat.equals(of) && (sub == null || sub.equals(under));
    }
  }

  /** Fits a department that begins with these words. */
  record DepartmentLine(String startsWith, String unit) {}
}
