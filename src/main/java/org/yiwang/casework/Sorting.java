package org.yiwang.casework;

/**
 * How a list of cases is sorted and cut into pages (排序与分页).
 *
 * @param page from 1
 * @param size 1 to 500
 */
public record Sorting(By by, boolean descending, int page, int size) {
  /** Columns a list can be sorted by. */
  public enum By {
    DUE("step_due"),
    OPENED("opened"),
    NUMBER("number"),
    AREA("area"),
    CATEGORY("category");

    private final String column;

    By(String column) {
      this.column = column;
    }

    String column() {
      return column;
    }
  }

  public Sorting {
    page = Math.clamp(page, 1, CasePage.MOST_COUNTED);
    size = Math.clamp(size, 1, 500);
  }

  public static Sorting dueFirst() {
    return new Sorting(By.DUE, false, 1, 25);
  }

  /** As SQL has it; the number decides where the column does not. */
  String order() {
    String direction = descending ? "desc" : "asc";
    return "%s %s nulls last, number %s".formatted(by.column(), direction, direction);
  }

  public Sorting page(int other) {
    return new Sorting(by, descending, other, size);
  }
}
