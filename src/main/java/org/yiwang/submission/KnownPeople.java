package org.yiwang.submission;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.matter.Answers;
import org.yiwang.matter.Form.Field;
import org.yiwang.matter.Form.Kind;
import org.yiwang.matter.Form.Option;
import org.yiwang.matter.Form.Part;
import org.yiwang.matter.KnownFrom;
import org.yiwang.pack.Text;
import org.yiwang.page.Page;
import org.yiwang.party.Parties;
import org.yiwang.party.PartyName;
import org.yiwang.party.Relation;

/**
 * People whom the holder's own file names, to be taken over as rows (从档案带入): the holder, family,
 * who works for or represents a firm. Of them it shows what the holder sees anyway, name and
 * relation, and a number only where a credential of the holder says it; never anything of their
 * files. Offered to the holder and a firm's representative, not to others who fill in for them.
 */
@Component
class KnownPeople {
  /** The button that takes one over. */
  static final String TAKE = "take-known";

  private static final Text SELF = Text.of("本人", "yourself");
  private static final Text FILE = Text.of("档案", "the file");

  private final Parties parties;
  private final NumbersSaid numbers;
  private final DistrictTime time;

  KnownPeople(Parties parties, NumbersSaid numbers, DistrictTime time) {
    this.parties = parties;
    this.numbers = numbers;
    this.time = time;
  }

  /**
   * Somebody who is offered.
   *
   * @param key which one, among those that belong to the holder
   * @param cells what of the row is known
   */
  record Person(String key, String name, Text relation, Text source, Map<String, String> cells) {
    /** Whether a row says all that is known of them. */
    boolean in(List<Map<String, String>> rows) {
      return !cells.isEmpty()
          && rows.stream().anyMatch(row -> row.entrySet().containsAll(cells.entrySet()));
    }

    String value(Field field) {
      return field.id() + ":" + key;
    }

    String words(Page page) {
      return page.t(
          name + "（" + relation.zh() + "，来自" + source.zh() + "）",
          name + " (" + relation.en() + ", from " + source.en() + ")");
    }
  }

  /** Whom a question of a draft may offer. */
  List<Person> list(Field field, Drafts.Open open) {
    Acting.For whose = open.acting();
    if (field.kind() != Kind.ROWS || whose.atCounter() || whose.mandate() != null) {
      return List.of();
    }
    return field.from().stream()
        .flatMap(from -> people(field, whose.party(), from))
        .filter(person -> !person.cells().isEmpty())
        .toList();
  }

  /** The answers with the person whose button was pressed as one more row. */
  Answers taken(Drafts.Open open, Part part, Answers answers, @Nullable String pressed) {
    Answers more = answers;
    for (Field field : part.fields()) {
      Optional<Person> chosen =
          pressed == null
              ? Optional.empty()
              : list(field, open).stream()
                  .filter(one -> one.value(field).equals(pressed))
                  .filter(one -> !one.in(answers.rowsAt(field.id())))
                  .findFirst();
      if (chosen.isPresent()) {
        List<Map<String, String>> rows = new ArrayList<>(more.rowsAt(field.id()));
        rows.add(chosen.get().cells());
        more = more.withRows(field.id(), rows);
      }
    }
    return more;
  }

  private Stream<Person> people(Field field, PartyName of, String from) {
    if (from.equals(KnownFrom.RELATION + "self")) {
      boolean person = of.kind() == PartyName.Kind.PERSON;
      return person ? Stream.of(self(field, of)) : Stream.empty();
    }
    Instant now = time.instant();
    return parties.ownFile(of.id()).relations().stream()
        .filter(one -> one.lasts(now) && asked(one, from, of.id()))
        .map(one -> person(field, of.id(), one));
  }

  private static boolean asked(Relation one, String from, UUID holder) {
    return switch (from.substring(KnownFrom.RELATION.length())) {
      case "family" -> one.kind() == Relation.Kind.CHILD || one.kind() == Relation.Kind.SPOUSE;
      case "employee" -> one.kind() == Relation.Kind.EMPLOYEE && one.other().equals(holder);
      case "representative" ->
          one.kind() == Relation.Kind.LEGAL_REPRESENTATIVE && one.other().equals(holder);
      default -> false;
    };
  }

  private Person self(Field field, PartyName of) {
    return new Person(
        "self",
        of.name().zh(),
        SELF,
        FILE,
        cells(field, of.name().zh(), SELF, numbers.own(of.id()).orElse(null)));
  }

  private Person person(Field field, UUID holder, Relation one) {
    String name = parties.nameOf(one.across(holder)).name().zh();
    Text relation = one.acrossIs(holder);
    Optional<NumbersSaid.Said> said = numbers.of(holder, one, name);
    return new Person(
        Long.toString(one.id()),
        name,
        relation,
        said.map(NumbersSaid.Said::source).orElse(FILE),
        cells(field, name, relation, said.map(NumbersSaid.Said::number).orElse(null)));
  }

  private static Map<String, String> cells(
      Field field, String name, Text relation, @Nullable String number) {
    Map<String, String> cells = new LinkedHashMap<>();
    for (Field column : field.columns()) {
      for (String from : column.from()) {
        String cell =
            switch (from.substring(KnownFrom.RELATION.length())) {
              case "name" -> name;
              case "kind" -> kind(column, relation);
              default -> number;
            };
        if (cell != null) {
          cells.put(column.id(), cell);
        }
      }
    }
    return cells;
  }

  /** The option that is called so; in words where none has to be chosen. */
  private static @Nullable String kind(Field column, Text relation) {
    return column.kind() != Kind.CHOICE
        ? relation.zh()
        : column.options().stream()
            .filter(option -> Objects.equals(option.name().zh(), relation.zh()))
            .map(Option::id)
            .findFirst()
            .orElse(null);
  }
}
