package org.yiwang.submission;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.yiwang.credential.ClaimWords;
import org.yiwang.matter.Form.Field;
import org.yiwang.matter.Form.Kind;
import org.yiwang.matter.Form.Option;
import org.yiwang.matter.Matter;
import org.yiwang.matter.Matters;
import org.yiwang.pack.Text;

/**
 * Claims that were answers to choose from (选项要素): signed by their Chinese name, as {@link
 * OutcomeClaims} writes them, and shown by the option's name in the reader's language. Which
 * question a claim came from stands in the matter's outcome.
 */
@Component
class CodedClaims implements ClaimWords.Answered {
  private static final List<Text> YES_NO = List.of(Text.of("是", "Yes"), Text.of("否", "No"));
  private static final int LONGEST_CHAIN = 5;

  private final Matters matters;
  private final WantedMaker wanted;

  /**
   * By the credential's type and the claim, what it says in Chinese and in both; made when asked
   * for.
   */
  private volatile Map<String, Map<String, Text>> byClaim = Map.of();

  CodedClaims(Matters matters, WantedMaker wanted) {
    this.matters = matters;
    this.wanted = wanted;
  }

  @Override
  public Optional<Text> find(String type, String claim, String signed) {
    Map<String, Text> known = known().getOrDefault(key(type, claim), Map.of());
    if (known.isEmpty()) {
      return Optional.empty();
    }
    Text whole = known.get(signed);
    return whole != null ? Optional.of(whole) : rows(signed, known);
  }

  /** Rows one after the other, as {@link OutcomeClaims#words} writes them. */
  private static Optional<Text> rows(String signed, Map<String, Text> known) {
    String english =
        Stream.of(signed.split("；"))
            .map(
                row ->
                    Stream.of(row.split(" "))
                        .map(cell -> known.getOrDefault(cell, Text.same(cell)).en())
                        .collect(Collectors.joining(" ")))
            .collect(Collectors.joining("; "));
    return english.equals(signed.replace("；", "; "))
        ? Optional.empty()
        : Optional.of(Text.of(signed, english));
  }

  private Map<String, Map<String, Text>> known() {
    if (byClaim.isEmpty()) {
      byClaim = read();
    }
    return byClaim;
  }

  private Map<String, Map<String, Text>> read() {
    Map<String, Map<String, Text>> all = new HashMap<>();
    for (Matter matter : matters.listMatters()) {
      String type = matter.outcome().credential();
      if (type != null) {
        matter
            .outcome()
            .claims()
            .forEach(
                (claim, sources) ->
                    options(matter, sources, LONGEST_CHAIN)
                        .forEach(
                            option ->
                                all.computeIfAbsent(key(type, claim), key -> new HashMap<>())
                                    .putIfAbsent(option.zh(), option)));
      }
    }
    return all;
  }

  private List<Text> options(Matter matter, String sources, int left) {
    List<Text> options = new ArrayList<>();
    for (String source : OutcomeClaims.sources(sources)) {
      options.addAll(single(matter, source, left));
    }
    return options;
  }

  private List<Text> single(Matter matter, String source, int left) {
    if (source.startsWith(OutcomeClaims.OUTCOME)) {
      return elsewhere(source.substring(OutcomeClaims.OUTCOME.length()), left, this::madeBy);
    }
    if (source.startsWith(OutcomeClaims.FETCHED)) {
      return elsewhere(
          source.substring(OutcomeClaims.FETCHED.length()),
          left,
          evidence -> issuing(matter, evidence));
    }
    return asked(matter, source);
  }

  /**
   * A claim that repeats what another credential says: {@code matter/claim}, {@code
   * evidence/claim}.
   */
  private List<Text> elsewhere(String source, int left, Function<String, Stream<Matter>> makers) {
    int slash = source.indexOf('/');
    String claim = source.substring(slash + 1);
    return left == 0
        ? List.of()
        : makers
            .apply(source.substring(0, slash))
            .flatMap(
                maker ->
                    Stream.ofNullable(maker.outcome().claims().get(claim))
                        .flatMap(sources -> options(maker, sources, left - 1).stream()))
            .toList();
  }

  private Stream<Matter> madeBy(String matter) {
    return matters.findMatter(matter).stream();
  }

  private Stream<Matter> issuing(Matter matter, String evidence) {
    return matter.evidence().stream()
        .filter(one -> one.id().equals(evidence) && one.credential() != null)
        .flatMap(
            one ->
                matters.listMatters().stream()
                    .filter(maker -> one.credential().equals(maker.outcome().credential())));
  }

  private List<Text> asked(Matter matter, String source) {
    int slash = source.indexOf('/');
    String question = slash < 0 ? source : source.substring(0, slash);
    return wanted
        .get(Target.matter(matter.id()))
        .questions()
        .fields()
        .filter(field -> field.id().equals(question))
        .flatMap(field -> options(field, slash < 0 ? "" : source.substring(slash + 1)))
        .toList();
  }

  private static Stream<Text> options(Field field, String column) {
    return field.kind() == Kind.ROWS
        ? field.columns().stream()
            .filter(one -> column.isEmpty() || one.id().equals(column))
            .flatMap((Field one) -> options(one.kind(), one.options()))
        : options(field.kind(), field.options());
  }

  private static Stream<Text> options(Kind kind, List<Option> options) {
    return kind == Kind.YES_NO ? YES_NO.stream() : options.stream().map(Option::name);
  }

  private static String key(String type, String claim) {
    return type + "/" + claim;
  }
}
