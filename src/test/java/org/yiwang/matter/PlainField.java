package org.yiwang.matter;

import java.util.List;
import org.yiwang.matter.Form.Field;
import org.yiwang.matter.Form.Kind;
import org.yiwang.pack.Text;

/** Questions of which only name and kind matter, for tests. */
public final class PlainField {
  private PlainField() {}

  /** A question that has to be answered, called as its id. */
  public static Field of(String id, Kind kind) {
    return new Field(
        id,
        kind,
        Text.same(id),
        null,
        false,
        null,
        List.of(),
        List.of(),
        null,
        null,
        null,
        List.of(),
        null,
        null);
  }
}
