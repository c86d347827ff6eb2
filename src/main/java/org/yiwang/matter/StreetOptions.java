package org.yiwang.matter;

import java.util.List;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.yiwang.matter.Form.Field;
import org.yiwang.matter.Form.Kind;
import org.yiwang.matter.Form.Option;
import org.yiwang.matter.Form.Part;
import org.yiwang.place.Places;

/** Puts the district's streets into the questions that ask for one. */
@Component
class StreetOptions {
  private final Supplier<List<Option>> streets;

  StreetOptions(Places places) {
    streets =
        SingletonSupplier.of(
            () ->
                places.listAreas().stream()
                    .map(area -> new Option(area.code(), area.name()))
                    .toList());
  }

  Form into(Form form) {
    return new Form(
        form.id(), form.name(), form.parts().stream().map(this::into).toList(), form.checks());
  }

  private Part into(Part part) {
    return new Part(
        part.id(),
        part.name(),
        part.hint(),
        part.when(),
        part.fields().stream().map(this::into).toList());
  }

  private Field into(Field field) {
    return field.kind() == Kind.STREET ? field.offering(streets.get()) : field;
  }
}
