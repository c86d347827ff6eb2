package org.yiwang.identity;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiwang.pack.Text;

/** {@code people/*.yaml}: people of the demo, every one of them invented. */
record PeopleFile(List<PersonLine> people) {

  /**
   * @param account what the person types to sign in
   * @param unit id of the unit the person works for
   * @param area code of the area the person looks after
   * @param grid code of the grid the person looks after
   * @param phone telephone number, from a range that is never given out
   * @param born date of birth, ISO 8601
   * @param announced whether the start names this account at the terminal; of a role none of whose
   *     accounts says so, the first is named
   * @param invented must be true: real people never stand in a pack
   */
  record PersonLine(
      String account,
      Text name,
      List<String> roles,
      @Nullable String unit,
      @Nullable String area,
      @Nullable String grid,
      @Nullable String phone,
      @Nullable String born,
      boolean announced,
      boolean invented) {}
}
