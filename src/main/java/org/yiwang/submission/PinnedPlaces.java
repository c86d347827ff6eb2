package org.yiwang.submission;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yiwang.matter.Answers;
import org.yiwang.matter.Form.Field;
import org.yiwang.matter.Form.Kind;
import org.yiwang.matter.Form.Part;
import org.yiwang.page.Refusal;
import org.yiwang.place.Area;
import org.yiwang.place.Location;
import org.yiwang.place.Places;

/**
 * What a pin on the map says of an answer (图钉核对): it stands in the district, and in the street that
 * was chosen on the same page; where none was chosen yet, it chooses.
 */
@Component
class PinnedPlaces {
  private final Places places;

  PinnedPlaces(Places places) {
    this.places = places;
  }

  /** The same answers, with the street in which the page's first pin stands, if none was chosen. */
  Answers withStreet(Part part, Answers answers) {
    Optional<Field> street =
        part.fields().stream()
            .filter(field -> field.kind() == Kind.STREET && !answers.has(field.id()))
            .findFirst();
    Optional<String> code =
        pinned(part, answers).stream()
            .flatMap(field -> locate(answers, field).stream())
            .map(location -> location.area().code())
            .findFirst();
    return street.isPresent() && code.isPresent()
        ? answers.with(street.get().id(), code.get())
        : answers;
  }

  /** What is wrong with the pins of these pages. */
  List<Refusal> faults(List<Part> parts, Answers answers) {
    List<Refusal> faults = new ArrayList<>();
    for (Part part : parts) {
      for (Field field : pinned(part, answers)) {
        Optional<Location> location = locate(answers, field);
        if (location.isEmpty()) {
          faults.add(SubmissionRefusals.pinOutside(field));
        }
        location
            .filter(at -> elsewhere(part, answers, at.area()))
            .ifPresent(at -> faults.add(SubmissionRefusals.pinElsewhere(field, at.area().name())));
      }
    }
    return faults;
  }

  private static List<Field> pinned(Part part, Answers answers) {
    return part.fields().stream()
        .filter(field -> field.kind() == Kind.PLACE && answers.pinAt(field.id()).isPresent())
        .toList();
  }

  private Optional<Location> locate(Answers answers, Field field) {
    return answers.pinAt(field.id()).flatMap(pin -> places.locate(pin.east(), pin.north()));
  }

  private static boolean elsewhere(Part part, Answers answers, Area area) {
    return part.fields().stream()
        .filter(field -> field.kind() == Kind.STREET && answers.has(field.id()))
        .anyMatch(field -> !area.code().equals(answers.at(field.id())));
  }
}
