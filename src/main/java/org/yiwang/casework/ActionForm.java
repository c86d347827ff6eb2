package org.yiwang.casework;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/**
 * The fields of an action's form on the case page.
 *
 * @param number and action from the address
 * @param photos newly chosen files
 * @param kept photos that were uploaded with an earlier try
 * @param key under which it is done once, however often it is sent (幂等键); none without script
 */
record ActionForm(
    String number,
    String action,
    int version,
    @Nullable String note,
    @Nullable String reason,
    @Nullable String unit,
    @Nullable String otherCase,
    @Nullable Integer rating,
    @Nullable List<MultipartFile> photos,
    @Nullable List<UUID> kept,
    @Nullable List<String> units,
    @Nullable String key) {

  Move move(Move.Given given) {
    return new Move(number, version, action, given);
  }

  /** What is asked; photos are other ones each time they are uploaded. */
  String fingerprint() {
    return Stream.of(number, action, version, note, reason, unit, otherCase, rating, units)
        .map(String::valueOf)
        .collect(Collectors.joining("\n"));
  }

  List<MultipartFile> chosen() {
    return photos == null ? List.of() : photos.stream().filter(file -> !file.isEmpty()).toList();
  }

  List<String> chosenUnits() {
    return units == null ? List.of() : units;
  }

  List<UUID> keptPhotos() {
    return kept == null ? List.of() : kept;
  }
}
