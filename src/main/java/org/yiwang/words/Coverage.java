package org.yiwang.words;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;

/**
 * How much of what was asked an entry says (覆盖). Scores only compare entries with each other: the
 * best of them may still share a stray character. Here each thing asked for weighs something: a
 * Chinese character one, a word of other writing two, half of it where every tenth entry says so.
 * An entry says a character wholly if it stands there in a pair that was asked for, half if alone.
 */
final class Coverage {
  private static final float LETTER = 1f;
  private static final float WORD = 2f;
  private static final float HALF = 0.5f;
  private static final float WHOLLY = 1f;

  /** From here on it is a sentence, of which a quarter is enough: at least one word. */
  private static final float SENTENCE = 6f;

  private static final float ENOUGH_OF_SENTENCE = 0.25f;
  private static final float LEAST = 2f;
  private static final float ALWAYS_ENOUGH = 3f;

  /** What most entries say tells none of them from another; in a small index nothing is common. */
  private static final int COMMON_SHARE = 10;

  private static final int NEVER_COMMON = 3;

  /** What weighs how much; the keys are characters and words. */
  private final Map<String, Float> weights = new HashMap<>();

  /** By entry: how far it says each of them, 0 to 1. */
  private final Map<Integer, Map<String, Float>> said = new HashMap<>();

  private final LeafReader reader;
  private final int[] entries;

  /**
   * Something that an entry may say.
   *
   * @param keys what it says thereby
   * @param terms where it may stand
   * @param share how far it says it
   */
  record Evidence(List<String> keys, List<Term> terms, float share) {}

  private Coverage(LeafReader reader, int[] entries) {
    this.reader = reader;
    this.entries = entries;
  }

  /** Looks into the entries found; whatever else the index holds is not looked at. */
  static Coverage of(Asked asked, IndexSearcher searcher, ScoreDoc[] found, List<Evidence> evidence)
      throws IOException {
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    int[] entries = Arrays.stream(found).mapToInt(one -> one.doc).sorted().toArray();
    var coverage = new Coverage(leaves.getFirst().reader(), entries);
    asked.letters().forEach(letter -> coverage.weights.put(letter, LETTER));
    asked.words().forEach(word -> coverage.weights.put(word, WORD));
    coverage.weigh(evidence);
    for (Evidence one : evidence) {
      coverage.look(one);
    }
    return coverage;
  }

  /** Halves what stands nowhere but in words that are common here. */
  private void weigh(List<Evidence> evidence) throws IOException {
    Map<String, Boolean> common = new HashMap<>();
    for (Evidence one : evidence) {
      int most = 0;
      for (Term term : one.terms()) {
        most = Math.max(most, reader.docFreq(term));
      }
      if (most > 0 && one.share() == 1f) {
        boolean often = most > NEVER_COMMON && most * COMMON_SHARE > reader.numDocs();
        one.keys().forEach(key -> common.merge(key, often, Boolean::logicalAnd));
      }
    }
    common.forEach(
        (key, often) -> {
          if (often) {
            weights.computeIfPresent(key, (k, weight) -> weight * HALF);
          }
        });
  }

  private void look(Evidence evidence) throws IOException {
    for (Term term : evidence.terms()) {
      PostingsEnum standing = reader.postings(term, PostingsEnum.NONE);
      if (standing != null) {
        for (int entry : entries) {
          if (standing.docID() < entry
              && standing.advance(entry) == DocIdSetIterator.NO_MORE_DOCS) {
            break;
          }
          if (standing.docID() == entry) {
            Map<String, Float> here = said.computeIfAbsent(entry, e -> new HashMap<>());
            evidence.keys().forEach(key -> here.merge(key, evidence.share(), Math::max));
          }
        }
      }
    }
  }

  /** Whether the entry says more than half of what was asked. */
  boolean most(int entry) {
    return told(entry, 0) * 2 > all();
  }

  /** The same, or a quarter of a whole sentence. */
  boolean enough(int entry) {
    float needed = Math.clamp(all() * ENOUGH_OF_SENTENCE, LEAST, ALWAYS_ENOUGH);
    return most(entry) || (all() > SENTENCE && told(entry, 0) >= needed);
  }

  /**
   * The same, or half of a few words, if that half is a whole telling word (工地渣土, "find a lawyer").
   */
  boolean some(int entry) {
    float whole = told(entry, WHOLLY);
    return enough(entry) || (whole >= LEAST && whole * 2 >= all());
  }

  private float all() {
    float all = 0;
    for (float weight : weights.values()) {
      all += weight;
    }
    return all;
  }

  /** What an entry says at least so far. */
  private float told(int entry, float least) {
    float told = 0;
    for (Map.Entry<String, Float> one : said.getOrDefault(entry, Map.of()).entrySet()) {
      if (one.getValue() >= least) {
        told += weights.getOrDefault(one.getKey(), 0f) * one.getValue();
      }
    }
    return told;
  }
}
