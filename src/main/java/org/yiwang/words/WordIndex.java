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

  /**
   * Ids that fit somebody's own words, best first; empty for words that fit none.
   *
   * @param language the reader's own, which counts a little more
   */
  public List<String> search(String words, Language language, int limit) {
    String asked = words.strip();
    asked = asked.substring(0, Math.min(asked.length(), MOST_CHARACTERS));
    try {
      ScoreDoc[] found = searcher.search(query(asked, language), Math.max(1, limit)).scoreDocs;
      List<String> ids = new ArrayList<>();
      for (ScoreDoc one : found) {
        if (one.score >= found[0].score * WEAKEST_OF_BEST) {
          ids.add(searcher.storedFields().document(one.doc).get("id"));
        }
      }
      return ids;
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static List<String> fields(Cut cut) {
    return Arrays.stream(Part.values()).map(cut::field).toList();
  }

  private Query query(String asked, Language language) throws IOException {
    var all = new BooleanQuery.Builder();
    for (Cut cut : Cut.values()) {
      boolean chinese = cut == Cut.PAIR || cut == Cut.SINGLE;
      float own = chinese == (language == Language.ZH) ? 1.2f : 1f;
      for (String word : cut(cut.field(Part.NAME), asked)) {
        for (NearWords.Near one : meant(cut, word)) {
          add(all, cut, one.word(), cut.weight * own * one.weight());
        }
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
