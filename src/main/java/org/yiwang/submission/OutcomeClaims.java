package org.yiwang.submission;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.casework.Case;
import org.yiwang.credential.Credential;
import org.yiwang.credential.Credentials;
import org.yiwang.matter.Answers;
import org.yiwang.matter.AttachedFile;
import org.yiwang.matter.Form.Field;
import org.yiwang.matter.Form.Kind;
import org.yiwang.matter.Form.Option;
import org.yiwang.matter.Matter;

/**
 * What the credential says that comes out of a matter (证照要素): each claim from where it is declared.
 */
@Component
class OutcomeClaims {
  static final String GRANTED_DATE = "granted:date";
  static final String GRANTED_CASE = "granted:case";
  static final String ASSIGNED = "assigned:firm-id/";
  static final String FETCHED = "fetched:";
  static final String OUTCOME = "outcome:";

  private final SubmissionStore store;
  private final Credentials credentials;
  private final FirmNumbers numbers;
  private final WantedMaker wanted;
  private final DistrictTime time;

  OutcomeClaims(
      SubmissionStore store,
      Credentials credentials,
      FirmNumbers numbers,
      WantedMaker wanted,
      DistrictTime time) {
    this.store = store;
    this.credentials = credentials;
    this.numbers = numbers;
    this.wanted = wanted;
    this.time = time;
  }

  Map<String, String> of(Submission sent, Matter matter, Case granted) {
    Map<String, String> claims = new HashMap<>();
    matter
        .outcome()
        .claims()
        .forEach(
            (claim, source) -> {
              String value = value(source, sent, granted);
              if (value != null) {
                claims.put(claim, value);
              }
            });
    return claims;
  }

  /** The first of the declared sources that has something. */
  private @Nullable String value(String sources, Submission sent, Case granted) {
    return sources(sources).stream()
        .map(source -> single(source, sent, granted))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private @Nullable String single(String source, Submission sent, Case granted) {
    if (source.equals(GRANTED_DATE)) {
      return LocalDate.ofInstant(granted.clocks().stepSince(), time.zone()).toString();
    }
    if (source.equals(GRANTED_CASE)) {
      return granted.number();
    }
    if (source.startsWith(ASSIGNED)) {
      return numbers.next(source.substring(ASSIGNED.length()));
    }
    if (source.startsWith(OUTCOME)) {
      return outcome(sent, source);
    }
    if (source.startsWith(FETCHED)) {
      int slash = source.indexOf('/');
      return sent.filled()
          .fetched()
          .getOrDefault(source.substring(FETCHED.length(), slash), Map.of())
          .get(source.substring(slash + 1));
    }
    return answer(source, sent);
  }

  /** What was answered, if it was asked. */
  private @Nullable String answer(String source, Submission sent) {
    Answers answers = sent.filled().answers();
    Map<String, Field> asked =
        wanted.get(sent.target()).questions().open(answers).stream()
            .flatMap(part -> part.fields().stream())
            .collect(Collectors.toMap(Field::id, field -> field));
    int slash = source.indexOf('/');
    Field field = asked.get(slash < 0 ? source : source.substring(0, slash));
    if (field == null) {
      return null;
    }
    return slash < 0 ? words(field, answers) : column(field, source.substring(slash + 1), answers);
  }

  /** {@code employees/person}: what stands in one column, row after row. */
  private static @Nullable String column(Field field, String id, Answers answers) {
    List<String> cells =
        field.columns().stream()
            .filter(column -> column.id().equals(id))
            .flatMap(
                column -> answers.rowsAt(field.id()).stream().map(row -> cell(column, row).strip()))
            .filter(cell -> !cell.isEmpty())
            .toList();
    return cells.isEmpty() ? null : String.join("；", cells);
  }

  /** {@code new_name | firm_name}: one after the other, until one has something. */
  static List<String> sources(String declared) {
    return Stream.of(declared.split("\\|")).map(String::strip).toList();
  }

  /** What other matters of the application gave for this one's outcome, by claim. */
  Map<String, String> before(Submission sent, Matter matter) {
    Map<String, String> claims = new HashMap<>();
    matter
        .outcome()
        .claims()
        .forEach(
            (claim, source) -> {
              String first = sources(source).getFirst();
              String value = first.startsWith(OUTCOME) ? outcome(sent, first) : null;
              if (value != null) {
                claims.put(claim, value);
              }
            });
    return claims;
  }

  private @Nullable String outcome(Submission sent, String source) {
    int slash = source.indexOf('/');
    return outcome(sent, source.substring(OUTCOME.length(), slash), source.substring(slash + 1));
  }

  /** What another matter of the same application gave. */
  private @Nullable String outcome(Submission sent, String matter, String claim) {
    return store.listParts(sent.id()).stream()
        .filter(part -> part.matter().equals(matter) && part.credential() != null)
        .flatMap(part -> find(sent, part).stream())
        .map(credential -> credential.claims().get(claim))
        .findFirst()
        .map(String::valueOf)
        .orElse(null);
  }

  private Optional<Credential> find(Submission sent, SubmissionStore.Part part) {
    return Stream.of(sent.party(), sent.firm())
        .filter(Objects::nonNull)
        .flatMap(party -> credentials.listOf(party).stream())
        .filter(credential -> credential.id().equals(part.credential()))
        .findFirst();
  }

  /** An answer as it stands on paper: an option by its name, rows one after the other. */
  static @Nullable String words(Field field, Answers answers) {
    if (field.kind() != Kind.ROWS) {
      String answer = answers.at(field.id());
      return answer == null ? null : words(field.kind(), field.options(), answer);
    }
    List<String> lines = new ArrayList<>();
    for (Map<String, String> row : answers.rowsAt(field.id())) {
      lines.add(
          field.columns().stream()
              .filter(column -> row.containsKey(column.id()))
              .map(column -> cell(column, row))
              .collect(Collectors.joining(" ")));
    }
    return lines.isEmpty() ? null : String.join("；", lines);
  }

  private static String cell(Field column, Map<String, String> row) {
    return words(column.kind(), column.options(), row.getOrDefault(column.id(), ""));
  }

  private static String words(Kind kind, List<Option> options, String answer) {
    return switch (kind) {
      case YES_NO -> answer.equals("yes") ? "是" : "否";
      case CHOICE, STREET ->
          options.stream()
              .filter(option -> option.id().equals(answer))
              .map(option -> option.name().zh())
              .findFirst()
              .orElse(answer);
      case FILE ->
          AttachedFile.list(answer).stream()
              .map(AttachedFile::name)
              .collect(Collectors.joining("；"));
      default -> answer;
    };
  }
}
