package org.yiwang.submission;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.yiwang.matter.Answers;
import org.yiwang.matter.Form.Field;
import org.yiwang.matter.Form.Kind;
import org.yiwang.matter.Form.Option;
import org.yiwang.matter.Form.Part;

/** What somebody means to type on one page of a form, by the names that its fields have there. */
final class TypedPart {
  private final Map<String, Asked> asked = new LinkedHashMap<>();
  private final Map<String, String> typed = new LinkedHashMap<>();

  /** How a field of the page is asked. */
  private record Asked(Kind kind, List<Option> options) {}

  TypedPart(Part part, Answers answers) {
    for (Field field : part.fields()) {
      if (field.kind() == Kind.FILE) {
        continue; // chosen, not typed
      }
      if (field.kind() == Kind.ROWS) {
        rows(field, answers.rowsAt(field.id()));
      } else {
        String answer = Objects.requireNonNullElse(answers.at(field.id()), "");
        put(field.id(), new Asked(field.kind(), field.options()), answer);
      }
    }
  }

  private void rows(Field field, List<Map<String, String>> rows) {
    for (int row = 1; row <= rows.size(); row++) {
      for (Field column : field.columns()) {
        put(
            FormReading.name(field, row, column),
            new Asked(column.kind(), column.options()),
            rows.get(row - 1).getOrDefault(column.id(), ""));
      }
    }
  }

  private void put(String name, Asked how, String answer) {
    asked.put(name, how);
    typed.put(name, answer);
  }

  /** Types something else in one of the fields; tells in which. */
  String spoil(Random chance, List<String> wrong) {
    List<String> names = List.copyOf(typed.keySet());
    String name = names.get(chance.nextInt(names.size()));
    typed.put(name, wrong.get(chance.nextInt(wrong.size())));
    return name;
  }

  /** As it is sent, only what the page has a field for. */
  Map<String, String> sent(Map<String, String> onPage) {
    Map<String, String> sent = new LinkedHashMap<>(typed);
    sent.keySet().retainAll(onPage.keySet());
    return sent;
  }

  /** The question for whose answer the page has too few rows yet; empty if for none. */
  String shortOfRows(Map<String, String> onPage) {
    return typed.keySet().stream()
        .filter(name -> name.contains("-") && !onPage.containsKey(name))
        .map(name -> name.substring(0, name.indexOf('-')))
        .filter(question -> onPage.keySet().stream().anyMatch(n -> n.startsWith(question + "-1-")))
        .findFirst()
        .orElse("");
  }

  /** How a field has to look afterwards, by name. */
  Map<String, String> kept(Map<String, String> sent) {
    Map<String, String> kept = new LinkedHashMap<>();
    sent.forEach(
        (name, words) -> kept.put(name, kept(Objects.requireNonNull(asked.get(name)), words)));
    return kept;
  }

  /** Numbers on cards are written in capitals without gaps; what is no choice chooses nothing. */
  private static String kept(Asked how, String words) {
    String plain = words.strip().replace('\ud800', '?'); // half a character cannot be sent
    return switch (how.kind()) {
      case PERSON_ID, FIRM_ID -> plain.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
      case BANK_CARD -> plain.replaceAll("[\\s-]", "");
      case CHOICE, STREET ->
          how.options().stream().anyMatch(one -> one.id().equals(plain)) ? plain : "";
      case YES_NO -> plain.equals("yes") || plain.equals("no") ? plain : "";
      default -> plain;
    };
  }

  @Override
  public String toString() {
    return typed.toString();
  }
}
