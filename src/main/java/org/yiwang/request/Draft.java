package org.yiwang.request;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiwang.party.Contact;

/**
 * A report being written (填写中的诉求): what was answered so far, whether or not it is right yet.
 *
 * @param id what its photos are kept under, and its idempotency key
 * @param category id of a category
 * @param text in own words
 * @param place as understood; its address is the landmark's name or what was typed
 * @param detail more about the place, e.g. the door
 * @param photosSeen whether the question about photos was answered
 * @param contact null until that question was answered
 * @param sent the case's number, once it was sent; then nothing else is kept
 */
record Draft(
    UUID id,
    @Nullable String category,
    @Nullable String text,
    @Nullable RequestPlace place,
    @Nullable String detail,
    boolean photosSeen,
    @Nullable Contact contact,
    @Nullable String sent) {

  static Draft begun() {
    return new Draft(UUID.randomUUID(), null, null, null, null, false, null, null);
  }

  Draft what(@Nullable String newCategory, @Nullable String newText) {
    return new Draft(id, newCategory, newText, place, detail, photosSeen, contact, null);
  }

  Draft where(@Nullable RequestPlace newPlace, @Nullable String newDetail) {
    return new Draft(id, category, text, newPlace, newDetail, photosSeen, contact, null);
  }

  Draft withPhotosSeen() {
    return new Draft(id, category, text, place, detail, true, contact, null);
  }

  Draft with(Contact given) {
    return new Draft(id, category, text, place, detail, photosSeen, given, null);
  }

  /** What stays of a report that was sent: that sending it again gives the same number. */
  Draft sentAs(String number) {
    return new Draft(id, null, null, null, null, false, null, number);
  }

  Contact given() {
    return contact == null ? new Contact(null, null, null) : contact;
  }

  /** The place as it will be filed: the address with what was added to it. */
  @Nullable RequestPlace fullPlace() {
    if (place == null || detail == null || detail.isBlank()) {
      return place;
    }
    String address = place.address() == null ? detail : place.address() + "，" + detail;
    return new RequestPlace(place.lon(), place.lat(), place.area(), address);
  }

  /** The first question that still has no answer. */
  String next() {
    if (category == null || text == null || text.isBlank()) {
      return "/report";
    }
    if (place == null) {
      return "/report/where";
    }
    if (!photosSeen) {
      return "/report/photos";
    }
    return contact == null ? "/report/contact" : "/report/check";
  }
}
