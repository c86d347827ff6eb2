package org.yiwang.casework;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants done with a case (操作请求).
 *
 * @param version the version of the case that was on the screen
 * @param action id of the action in the case's lifecycle
 * @param given what the action asks for
 */
public record Move(String number, int version, String action, Given given) {

  /**
   * What was given with an action; blank counts as not given.
   *
   * @param reason id of one of the reasons offered
   * @param unit id of a unit
   * @param otherCase number of another case
   * @param rating one to five
   * @param photos ids from {@link CasePhotos}
   * @param units ids of units that are asked for an opinion
   * @param addressed whether the module that has the application keeps the address that was given
   */
  public record Given(
      @Nullable String note,
      @Nullable String reason,
      @Nullable String unit,
      @Nullable String otherCase,
      @Nullable Integer rating,
      List<UUID> photos,
      List<String> units,
      boolean addressed) {
    public static final Given NOTHING = new Given(null, null, null, null, null, List.of());

    /** Where no units are chosen. */
    public Given(
        @Nullable String note,
        @Nullable String reason,
        @Nullable String unit,
        @Nullable String otherCase,
        @Nullable Integer rating,
        List<UUID> photos) {
      this(note, reason, unit, otherCase, rating, photos, List.of());
    }

    /** Where no address is asked. */
    public Given(
        @Nullable String note,
        @Nullable String reason,
        @Nullable String unit,
        @Nullable String otherCase,
        @Nullable Integer rating,
        List<UUID> photos,
        List<String> units) {
      this(note, reason, unit, otherCase, rating, photos, units, false);
    }

    /** The same with an address, which whoever calls has checked and keeps. */
    public Given withAddress() {
      return new Given(note, reason, unit, otherCase, rating, photos, units, true);
    }

    public static Given note(String note) {
      return new Given(note, null, null, null, null, List.of());
    }
  }
}
