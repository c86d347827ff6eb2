package org.yiwang.casework;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiwang.page.Refusals;

/**
 * A form as it was sent, to be drawn again with its faults.
 *
 * @param action which of the page's forms it was; empty when none was sent
 */
record SentForm(String action, Move.Given given, Refusals errors) {
  SentForm {
    errors = errors.within(action);
  }

  static SentForm none() {
    return new SentForm("", Move.Given.NOTHING, Refusals.none());
  }

  SentForm failed(Refusals faults) {
    return new SentForm(action, given, faults);
  }

  boolean is(Offer offer) {
    return action.equals(offer.id());
  }

  Refusals errorsOf(Offer offer) {
    return errors.only(offer.id());
  }

  @Nullable String note(Offer offer) {
    return is(offer) ? given.note() : null;
  }

  @Nullable String reason(Offer offer) {
    return is(offer) ? given.reason() : null;
  }

  @Nullable String unit(Offer offer, @Nullable String otherwise) {
    return is(offer) && given.unit() != null ? given.unit() : otherwise;
  }

  List<String> units(Offer offer) {
    return is(offer) ? given.units() : List.of();
  }

  @Nullable String otherCase(Offer offer) {
    return is(offer) ? given.otherCase() : null;
  }

  @Nullable String rating(Offer offer) {
    return is(offer) && given.rating() != null ? String.valueOf(given.rating()) : null;
  }

  List<UUID> photos(Offer offer) {
    return is(offer) ? given.photos() : List.of();
  }
}
