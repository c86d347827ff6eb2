package org.yiwang.submission;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiwang.credential.TakenElsewhere;
import org.yiwang.matter.Answers;
import org.yiwang.matter.Matter;
import org.yiwang.pack.Text;

/**
 * What is filled in so far; kept sealed.
 *
 * @param answers as they stand now
 * @param known answers that were filled in for the person, as they were then
 * @param sources where they came from, by question, in words
 * @param supplies how each evidence is given, by its id
 * @param fetched claims that credentials disclosed, by evidence and claim
 * @param elsewhere what was presented in another region, by evidence
 */
record Filled(
    Answers answers,
    Map<String, String> known,
    Map<String, Text> sources,
    Map<String, Supply> supplies,
    Map<String, Map<String, String>> fetched,
    Map<String, TakenElsewhere> elsewhere) {
  static final Filled NOTHING =
      new Filled(Answers.NONE, Map.of(), Map.of(), Map.of(), Map.of(), Map.of());

  /** What was kept before there were other regions has no part for them. */
  Filled(
      Answers answers,
      Map<String, String> known,
      Map<String, Text> sources,
      Map<String, Supply> supplies,
      Map<String, Map<String, String>> fetched,
      @Nullable Map<String, TakenElsewhere> elsewhere) {
    this.answers = answers;
    this.known = known;
    this.sources = sources;
    this.supplies = supplies;
    this.fetched = fetched;
    this.elsewhere = elsewhere == null ? Map.of() : elsewhere;
  }

  /** How one evidence is given (提交方式). */
  record Supply(Way way, @Nullable UUID id) {}

  /** Ways to give evidence. */
  enum Way {
    /** A credential of the person's wallet, fetched with consent. */
    FETCH,
    /** A credential of another region, presented in the wallet there. */
    ELSEWHERE,
    /** A file. */
    UPLOAD,
    /** A promise instead of it. */
    PROMISE,
    /** It follows within the time that the matter allows. */
    LATER,
    /** It is left out, where it may be. */
    NONE
  }

  Filled with(Answers other) {
    return new Filled(other, known, sources, supplies, fetched, elsewhere);
  }

  Filled supply(String evidence, Supply supply) {
    Map<String, Supply> changed = new LinkedHashMap<>(supplies);
    changed.put(evidence, supply);
    return new Filled(answers, known, sources, changed, fetched, elsewhere);
  }

  /** With what another region's holder presented for an evidence. */
  Filled taken(String evidence, TakenElsewhere taken) {
    Map<String, TakenElsewhere> more = new LinkedHashMap<>(elsewhere);
    more.put(evidence, taken);
    return new Filled(answers, known, sources, supplies, fetched, more)
        .supply(evidence, new Supply(Way.ELSEWHERE, null));
  }

  /** What was presented in another region and stands for the evidence now. */
  Optional<TakenElsewhere> elsewhere(String evidence) {
    Supply supply = supplies.get(evidence);
    return supply == null || supply.way() != Way.ELSEWHERE
        ? Optional.empty()
        : Optional.ofNullable(elsewhere.get(evidence));
  }

  Filled disclosed(Map<String, Map<String, String>> claims) {
    Map<String, Map<String, String>> all = new LinkedHashMap<>(claims);
    supplies.keySet().forEach(id -> elsewhere(id).ifPresent(taken -> all.put(id, taken.claims())));
    return new Filled(answers, known, sources, supplies, all, elsewhere);
  }

  /**
   * What its credential said of what this matter asks for: another matter of the same application
   * may have asked for more. A checked copy is read whole.
   */
  Map<String, String> fetchedFor(Matter.Evidence evidence) {
    Map<String, String> said = new LinkedHashMap<>(fetched.getOrDefault(evidence.id(), Map.of()));
    if (!evidence.claims().isEmpty() && said.keySet().containsAll(evidence.claims())) {
      said.keySet().retainAll(evidence.claims());
    }
    return said;
  }

  /** Where an answer came from, as long as it was left as it was found. */
  @Nullable Text sourceOf(String question) {
    String found = known.get(question);
    return found != null && found.equals(answers.at(question)) ? sources.get(question) : null;
  }

  /** How many answers were filled in for the person and left so. */
  int prefilled() {
    return (int) known.keySet().stream().filter(id -> sourceOf(id) != null).count();
  }
}
