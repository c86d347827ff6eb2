package org.yiwang.casework;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Cuts text into the words by which a case is found. Chinese is cut into overlapping pairs of
 * characters, so that every word of two or more characters is found exactly where it stands; the
 * database keeps the words in an inverted index, which stays quick however many cases there are.
 */
final class SearchWords {
  /** Enough for any report; a longer text is found by its beginning. */
  private static final int MOST = 400;

  private static final Analyzer ANALYZER = new CJKAnalyzer();

  private SearchWords() {}

  static String[] of(String... texts) {
    Set<String> words = new LinkedHashSet<>();
    for (String text : texts) {
      cut(text, words);
    }
    return words.toArray(String[]::new);
  }

  static List<String> asked(String question) {
    return List.of(of(question));
  }

  private static void cut(String text, Set<String> words) {
    try (TokenStream tokens = ANALYZER.tokenStream("words", text)) {
      CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
      tokens.reset();
      while (words.size() < MOST && tokens.incrementToken()) {
        words.add(term.toString());
      }
      tokens.end();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
