package org.yiwang.casework;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.casework.LifecycleDefinition.Asks;
import org.yiwang.casework.LifecycleDefinition.Need;
import org.yiwang.casework.Move.Given;
import org.yiwang.identity.Units;
import org.yiwang.identity.Viewer;
import org.yiwang.pack.Text;
import org.yiwang.page.PlainWords;
import org.yiwang.page.Refusal;
import org.yiwang.page.RefusedException;

/**
 * Checks what was given with an action against what it asks for; names everything at once. Another
 * case can be named only by somebody who sees it.
 */
@Component
class GivenCheck {
  static final int MOST_PHOTOS = 5;
  static final int LONGEST_NOTE = 2000;

  private final Units units;
  private final CaseStore store;
  private final PhotoStore photos;

  GivenCheck(Units units, CaseStore store, PhotoStore photos) {
    this.units = units;
    this.store = store;
    this.photos = photos;
  }

  Given complete(Case of, Asks asks, Given raw, Viewer viewer) {
    List<Refusal> refusals = new ArrayList<>();
    Given given =
        new Given(
            note(asks, raw.note(), refusals),
            reason(asks, raw.reason(), refusals),
            unit(asks, raw.unit(), refusals),
            otherCase(new Repeating(of, viewer), asks, raw.otherCase(), refusals),
            rating(asks, raw.rating(), refusals),
            asks.photos() == null ? List.of() : raw.photos(),
            units(asks, raw.units(), refusals),
            address(asks, raw.addressed(), refusals),
            raw.entered(),
            raw.noteEn());
    photos(asks, given, viewer, refusals);
    if (!refusals.isEmpty()) {
      throw new RefusedException(refusals);
    }
    return given;
  }

  private static @Nullable String note(Asks asks, @Nullable String raw, List<Refusal> refusals) {
    String note = asks.note() == null ? null : PlainWords.lines(raw);
    note = note == null || note.isEmpty() ? null : note;
    if (note == null && asks.note() == Need.REQUIRED) {
      refusals.add(
          missing("note", Text.of("请写明情况。", "Say what you did or found."), "note-missing"));
    }
    if (note != null && note.length() > LONGEST_NOTE) {
      refusals.add(
          Refusal.invalid(
              "note-too-long",
              "note",
              Text.of("说明有 %d 个字，最多 %d 个字。", "The note has %d characters; at most %d fit.")
                  .with(note.length(), LONGEST_NOTE),
              Text.of("请写得短一些。", "Please shorten it.")));
    }
    return note;
  }

  private static @Nullable String reason(Asks asks, @Nullable String raw, List<Refusal> refusals) {
    if (asks.reason().isEmpty()) {
      return null;
    }
    boolean known = asks.reason().stream().anyMatch(choice -> choice.id().equals(raw));
    if (!known) {
      refusals.add(missing("reason", Text.of("请选一个原因。", "Choose a reason."), "reason-missing"));
    }
    return raw;
  }

  private @Nullable String unit(Asks asks, @Nullable String raw, List<Refusal> refusals) {
    if (asks.unit() == null) {
      return null;
    }
    String id = raw == null ? "" : raw.strip();
    if (units.findUnit(id).isPresent()) {
      return id;
    }
    if (!id.isEmpty() || asks.unit() == Need.REQUIRED) {
      refusals.add(
          missing("unit", Text.of("请选择承办单位。", "Choose the unit that is to act."), "unit-missing"));
    }
    return null;
  }

  /** Units to be asked for an opinion, each once. */
  private List<String> units(Asks asks, List<String> raw, List<Refusal> refusals) {
    if (asks.units() == null) {
      return List.of();
    }
    List<String> ids =
        raw.stream().map(String::strip).filter(id -> !id.isEmpty()).distinct().toList();
    boolean known = ids.stream().allMatch(id -> units.findUnit(id).isPresent());
    if (!known || (ids.isEmpty() && asks.units() == Need.REQUIRED)) {
      refusals.add(
          missing(
              "units",
              Text.of("请选择要征求意见的单位。", "Choose the units whose opinion is asked."),
              "units-missing"));
    }
    return ids;
  }

  /** A case that may repeat another one, and who says so. */
  private record Repeating(Case of, Viewer viewer) {
    boolean fits(Case other) {
      return !other.number().equals(of.number())
          && other.clocks().closed() == null
          && CaseScope.covers(viewer, other);
    }
  }

  private @Nullable String otherCase(
      Repeating repeating, Asks asks, @Nullable String raw, List<Refusal> refusals) {
    if (asks.otherCase() == null || (raw == null && asks.otherCase() == Need.OPTIONAL)) {
      return null;
    }
    String number = raw == null ? "" : raw.strip();
    if (store.find(number).filter(repeating::fits).isEmpty()) {
      refusals.add(
          missing(
              "otherCase",
              Text.of("请填写一件仍在办理的同一问题的编号。", "Give the number of the open case it repeats."),
              "other-case-missing"));
    }
    return number;
  }

  private static @Nullable Integer rating(
      Asks asks, @Nullable Integer raw, List<Refusal> refusals) {
    if (asks.rating() == null) {
      return null;
    }
    boolean fits = raw == null ? asks.rating() == Need.OPTIONAL : raw >= 1 && raw <= 5;
    if (!fits) {
      refusals.add(
          missing(
              "rating", Text.of("请选一个满意程度。", "Choose how satisfied you are."), "rating-missing"));
    }
    return raw;
  }

  private static boolean address(Asks asks, boolean given, List<Refusal> refusals) {
    if (asks.address() == Need.REQUIRED && !given) {
      refusals.add(
          Refusal.invalid(
              "address-missing",
              "recipient",
              Text.of("没有写寄给谁、寄到哪里。", "It is not said to whom and where to post it."),
              Text.of(
                  "请在“我的办件”的申请页上填写；没有账户的，凭办件码打开申请填写。",
                  "Fill it in on the application's page; without an account, open it with your case"
                      + " code.")));
    }
    return asks.address() != null && given;
  }

  private void photos(Asks asks, Given given, Viewer viewer, List<Refusal> refusals) {
    if (asks.photos() == Need.REQUIRED && given.photos().isEmpty()) {
      refusals.add(missing("photos", Text.of("请附一张照片。", "Add a photo."), "photo-missing"));
    }
    if (given.photos().size() > MOST_PHOTOS
        || !photos.areFree(given.photos(), viewer.account(), null)) {
      refusals.add(
          missing(
              "photos",
              Text.of("照片最多 5 张，且须是刚刚上传的。", "At most 5 photos, and just uploaded ones."),
              "photos-unfit"));
    }
  }

  /** The first five are kept with the form, so that sending it again is enough. */
  static Refusal photosTooMany() {
    return Refusal.invalid(
        "photos-too-many",
        "photos",
        Text.of("照片最多 5 张，多出的没有收下。", "At most 5 photos; the others were not taken."),
        Text.of("再提交一次，前 5 张会一并提交。", "Send it again, and the first five go with it."));
  }

  private static Refusal missing(String field, Text says, String code) {
    return Refusal.invalid(
        code, field, says, Text.of("补上后再提交一次。", "Complete it and send it again."));
  }
}
