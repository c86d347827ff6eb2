package org.yiwang.casework;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiwang.pack.Text;

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
   * @param entered whether it comes from the module that has the {@link OwnEntrance} of the action
   * @param noteEn the note in English, where the program wrote part of it; null for a person's own
   */
  public record Given(
      @Nullable String note,
      @Nullable String reason,
      @Nullable String unit,
      @Nullable String otherCase,
      @Nullable Integer rating,
      List<UUID> photos,
      List<String> units,
      boolean addressed,
      boolean entered,
      @Nullable String noteEn) {
    /** Where an action asks for nothing, and to begin with: {@code NOTHING.withUnit(unit)}. */
    public static final Given NOTHING =
        new Given(null, null, null, null, null, List.of(), List.of(), false, false, null);

    /** Words and nothing else. */
    public static Given note(String note) {
      return NOTHING.withNote(note);
    }

    /** Words that the program wrote in both languages, around what somebody typed. */
    public static Given note(Text words) {
      return new Given(
          words.zh(), null, null, null, null, List.of(), List.of(), false, false, words.en());
    }

    /** The same with these words. */
    public Given withNote(@Nullable String words) {
      return new Given(
          words, reason, unit, otherCase, rating, photos, units, addressed, entered, noteEn);
    }

    /** The same with one of the reasons offered. */
    public Given withReason(@Nullable String chosen) {
      return new Given(
          note, chosen, unit, otherCase, rating, photos, units, addressed, entered, noteEn);
    }

    /** The same with the unit that it goes to. */
    public Given withUnit(@Nullable String chosen) {
      return new Given(
          note, reason, chosen, otherCase, rating, photos, units, addressed, entered, noteEn);
    }

    /** The same with the case that this one repeats. */
    public Given withOtherCase(@Nullable String number) {
      return new Given(
          note, reason, unit, number, rating, photos, units, addressed, entered, noteEn);
    }

    /** The same with one to five stars. */
    public Given withRating(@Nullable Integer stars) {
      return new Given(
          note, reason, unit, otherCase, stars, photos, units, addressed, entered, noteEn);
    }

    /** The same with these photos. */
    public Given withPhotos(List<UUID> taken) {
      return new Given(
          note, reason, unit, otherCase, rating, taken, units, addressed, entered, noteEn);
    }

    /** The same with the units that are asked for an opinion. */
    public Given withUnits(List<String> asked) {
      return new Given(
          note, reason, unit, otherCase, rating, photos, asked, addressed, entered, noteEn);
    }

    /** The same with an address, which whoever calls has checked and keeps. */
    public Given withAddress() {
      return new Given(note, reason, unit, otherCase, rating, photos, units, true, entered, noteEn);
    }

    /** The same from the module that alone does the action, and has done what belongs to it. */
    public Given fromItsEntrance() {
      return new Given(
          note, reason, unit, otherCase, rating, photos, units, addressed, true, noteEn);
    }
  }
}
