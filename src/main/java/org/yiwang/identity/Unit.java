package org.yiwang.identity;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.yiwang.pack.Text;

/**
 * An organisation in the district's tree that owns work (部门、街道、居委).
 *
 * @param id lower-case letters, digits and hyphens, unique in the district
 * @param name how people call it
 * @param kind what sort of organisation it is
 * @param parent id of the unit above; null for a unit directly under the district
 * @param area code of the area it looks after, where it has one
 * @param phone its telephone number as dialled in the district, where it is public
 */
public record Unit(
    String id,
    Text name,
    Kind kind,
    @Nullable String parent,
    @Nullable String area,
    @Nullable String phone) {

  /** The sort of a unit: bureau, street office, residents' committee, centre or company. */
  public enum Kind {
    DEPARTMENT(Text.of("部门", "department")),
    STREET(Text.of("街道", "street office")),
    COMMITTEE(Text.of("居委", "residents' committee")),
    CENTRE(Text.of("中心", "centre")),
    COMPANY(Text.of("企业", "company"));

    private final Text words;

    Kind(Text words) {
      this.words = words;
    }

    /** The kind in both languages. */
    public Text words() {
      return words;
    }

    /** The kind as written in pack files. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
