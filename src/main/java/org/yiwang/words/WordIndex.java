package org.yiwang.words;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.core.SimpleAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.yiwang.pack.Language;
import org.yiwang.pack.Text;
import org.yiwang.words.Coverage.Evidence;

/**
 * Finds entries by own words (自己的话), in memory. Chinese is cut into pairs of characters, and weakly
 * into single ones, so that one wrong character does not spoil the rest; English is stemmed, and
 * weakly matched by near spelling. Immutable; safe for many threads.
 */
public final class WordIndex {
  /** What somebody says first names the thing; the rest of a long report only blurs it. */
  private static final int MOST_CHARACTERS = 160;

  private static final int MOST_TERMS = 60;
  private static final float WEAKEST_OF_BEST = 0.3f;

  /** So many of those with the best scores are looked at whether they say enough. */
  private static final int MOST_WEIGHED = 20;

  /** What a character says that stands there without its neighbour. */
  private static final float STRAY = 0.5f;

  /** What a word says that stands not in what an entry is called but in what is told about it. */
  private static final float IN_TELLING = 0.75f;

  /** What three characters say of which the one in the middle is wrong. */
  private static final float ONE_LETTER_WRONG = 0.8f;

  /** A shorter word is near to too many others. */
  private static final int SHORTEST_MISTYPED = 5;

  private static final List<Part> CALLED = List.of(Part.NAME, Part.WORDS);
  private static final List<Part> TOLD = List.of(Part.ABOUT, Part.GROUP);

  /** What is searched, and what finding a word there is worth. */
  public enum Part {
    NAME(3f),
    WORDS(3f),
    ABOUT(1f),
    GROUP(1f);

    private final float weight;

    Part(float weight) {
      this.weight = weight;
    }
  }

  /**
   * One thing to be found.
   *
   * @param id what a search answers
   * @param parts what it is called; several texts a part are possible
   */
  public record Entry(String id, Map<Part, List<Text>> parts) {}

  private final Analyzer analyzer = analyzer();
  private final IndexSearcher searcher;
  private final NearWords near;
  private final NearLetters nearLetters;

  public WordIndex(List<Entry> entries) {
    var directory = new ByteBuffersDirectory();
    try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
      for (Entry entry : entries) {
        writer.addDocument(document(entry));
      }
      writer.forceMerge(1);
      writer.commit();
      searcher = new IndexSearcher(DirectoryReader.open(directory));
      near = NearWords.of(searcher.getIndexReader(), fields(Cut.PLAIN));
      nearLetters = NearLetters.of(entries);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** Ways to cut words: pairs of characters, single characters, stems, plain words. */
  private enum Cut {
    PAIR(1.5f),
    SINGLE(0.15f),
    STEM(1.5f),
    PLAIN(0.5f);

    private final float weight;

    Cut(float weight) {
      this.weight = weight;
    }

    String field(Part part) {
      return part + "." + this;
    }
  }

  private static Analyzer analyzer() {
    Map<String, Analyzer> fields = new HashMap<>();
    for (Part part : Part.values()) {
      fields.put(Cut.PAIR.field(part), new CJKAnalyzer());
      fields.put(Cut.SINGLE.field(part), new StandardAnalyzer());
      fields.put(Cut.STEM.field(part), new EnglishAnalyzer());
      fields.put(Cut.PLAIN.field(part), new SimpleAnalyzer());
    }
    return new PerFieldAnalyzerWrapper(new SimpleAnalyzer(), fields);
  }

  private static Document document(Entry entry) {
    Document document = new Document();
    document.add(new StoredField("id", entry.id()));
    entry.parts().forEach((part, texts) -> texts.forEach(text -> add(document, part, text)));
    return document;
  }

  private static void add(Document document, Part part, Text text) {
    document.add(new TextField(Cut.PAIR.field(part), text.zh(), Field.Store.NO));
    document.add(new TextField(Cut.SINGLE.field(part), text.zh(), Field.Store.NO));
    document.add(new TextField(Cut.STEM.field(part), text.en(), Field.Store.NO));
    document.add(new TextField(Cut.PLAIN.field(part), text.en(), Field.Store.NO));
  }

  /** How much of somebody's words an entry has to say (门槛). */
  public enum Floor {
    /** More than half of what they name; of a whole sentence, one telling word. */
    ENOUGH,

    /** More than half of what they name, however long they are. */
    MOST,

    /** One telling word of two: worth a look where nothing fits better. */
    SOME;

    private boolean reached(Coverage coverage, int entry) {
      return switch (this) {
        case ENOUGH -> coverage.enough(entry);
        case MOST -> coverage.most(entry);
        case SOME -> coverage.some(entry);
      };
    }
  }

  /**
   * Ids that fit somebody's own words, best first; empty for words that fit none. Nothing is found
   * for a stray character or two that it shares.
   *
   * @param language the reader's own, which counts a little more
   */
  public List<String> search(String words, Language language, int limit) {
    return search(words, language, limit, Floor.ENOUGH);
  }

  public List<String> search(String words, Language language, int limit, Floor floor) {
    String said = words.strip();
    said = said.substring(0, Math.min(said.length(), MOST_CHARACTERS));
    try {
      int most = Math.max(MOST_WEIGHED, limit);
      Asked asked = Asked.of(said);
      ScoreDoc[] found = searcher.search(query(said, asked, language), most).scoreDocs;
      return found.length == 0 ? List.of() : first(found, asked, limit, floor);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private List<String> first(ScoreDoc[] found, Asked asked, int limit, Floor floor)
      throws IOException {
    Coverage coverage = Coverage.of(asked, searcher, found, evidence(asked));
    List<String> ids = new ArrayList<>();
    float best = 0;
    for (ScoreDoc one : found) {
      boolean enough = floor.reached(coverage, one.doc);
      best = best == 0 && enough ? one.score : best;
      if (enough && ids.size() < limit && one.score >= best * WEAKEST_OF_BEST) {
        ids.add(searcher.storedFields().document(one.doc).get("id"));
      }
    }
    return ids;
  }

  private List<Evidence> evidence(Asked asked) {
    List<Evidence> all = new ArrayList<>();
    for (String letter : asked.letters()) {
      float share = asked.lone() ? 1f : STRAY;
      all.add(new Evidence(List.of(letter), terms(Cut.SINGLE, letter, CALLED), share));
    }
    for (String pair : asked.pairs()) {
      add(all, letters(pair), Cut.PAIR, pair, 1f);
    }
    for (String three : asked.threes()) {
      nearLetters
          .find(three)
          .forEach(pair -> add(all, letters(three), Cut.PAIR, pair, ONE_LETTER_WRONG));
    }
    for (String word : asked.words()) {
      List<String> key = List.of(word);
      add(all, key, Cut.PAIR, word, 1f);
      cut(Cut.STEM.field(Part.NAME), word).forEach(stem -> add(all, key, Cut.STEM, stem, 1f));
      if (word.length() >= SHORTEST_MISTYPED) {
        near.find(word).forEach(one -> add(all, key, Cut.PLAIN, one.word(), one.weight()));
      }
    }
    return all;
  }

  private static void add(
      List<Evidence> all, List<String> keys, Cut cut, String word, float share) {
    all.add(new Evidence(keys, terms(cut, word, CALLED), share));
    all.add(new Evidence(keys, terms(cut, word, TOLD), share * IN_TELLING));
  }

  private static List<Term> terms(Cut cut, String word, List<Part> parts) {
    return parts.stream().map(part -> new Term(cut.field(part), word)).toList();
  }

  private static List<String> letters(String pair) {
    return pair.codePoints().mapToObj(Character::toString).toList();
  }

  private static List<String> fields(Cut cut) {
    return Arrays.stream(Part.values()).map(cut::field).toList();
  }

  private Query query(String said, Asked asked, Language language) throws IOException {
    var all = new BooleanQuery.Builder();
    for (Cut cut : Cut.values()) {
      boolean chinese = cut == Cut.PAIR || cut == Cut.SINGLE;
      float own = chinese == (language == Language.ZH) ? 1.2f : 1f;
      for (String word : cut(cut.field(Part.NAME), said)) {
        for (NearWords.Near one : meant(cut, word)) {
          add(all, cut, one.word(), cut.weight * own * one.weight());
        }
      }
    }
    for (String three : asked.threes()) {
      for (String pair : nearLetters.find(three)) {
        add(all, Cut.PAIR, pair, Cut.PAIR.weight * ONE_LETTER_WRONG);
      }
    }
    return all.build();
  }

  /** All parts are cut alike. What a part does not say is not looked for there. */
  private void add(BooleanQuery.Builder all, Cut cut, String word, float weight)
      throws IOException {
    for (Part part : Part.values()) {
      Term term = new Term(cut.field(part), word);
      if (searcher.getIndexReader().docFreq(term) > 0) {
        all.add(new BoostQuery(new TermQuery(term), part.weight * weight), Occur.SHOULD);
      }
    }
  }

  private List<NearWords.Near> meant(Cut cut, String word) {
    return cut == Cut.PLAIN ? near.find(word) : List.of(new NearWords.Near(word, 1f));
  }

  private Set<String> cut(String field, String words) {
    Set<String> found = new LinkedHashSet<>();
    try (TokenStream tokens = analyzer.tokenStream(field, words)) {
      CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
      tokens.reset();
      while (found.size() < MOST_TERMS && tokens.incrementToken()) {
        found.add(term.toString());
      }
      tokens.end();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return found;
  }
}
