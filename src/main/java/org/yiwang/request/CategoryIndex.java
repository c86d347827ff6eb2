package org.yiwang.request;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
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
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.yiwang.pack.Language;

/**
 * Finds categories by own words, in memory. Chinese is cut into pairs of characters, and weakly
 * into single ones, so that one wrong character does not spoil the rest; English is stemmed, and
 * weakly matched by near spelling.
 */
final class CategoryIndex {
  /** What somebody says first names the thing; the rest of a long report only blurs it. */
  private static final int MOST_CHARACTERS = 160;

  private static final int MOST_TERMS = 60;
  private static final float WEAKEST_OF_BEST = 0.3f;

  /** What is searched, and what finding a word there is worth. */
  private static final Map<String, Float> PARTS =
      Map.of("name", 3f, "words", 3f, "condition", 1f, "group", 1f);

  private final Analyzer analyzer = analyzer();
  private final IndexSearcher searcher;

  CategoryIndex(List<Category> categories) {
    var directory = new ByteBuffersDirectory();
    try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
      for (Category category : categories) {
        writer.addDocument(document(category));
      }
      writer.commit();
      searcher = new IndexSearcher(DirectoryReader.open(directory));
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

    String field(String part) {
      return part + "." + name();
    }
  }

  private static Analyzer analyzer() {
    Map<String, Analyzer> fields = new HashMap<>();
    for (String part : PARTS.keySet()) {
      fields.put(Cut.PAIR.field(part), new CJKAnalyzer());
      fields.put(Cut.SINGLE.field(part), new StandardAnalyzer());
      fields.put(Cut.STEM.field(part), new EnglishAnalyzer());
      fields.put(Cut.PLAIN.field(part), new SimpleAnalyzer());
    }
    return new PerFieldAnalyzerWrapper(new SimpleAnalyzer(), fields);
  }

  private static Document document(Category category) {
    Document document = new Document();
    document.add(new StoredField("id", category.id()));
    add(document, "name", category.name().zh(), category.name().en());
    add(document, "condition", category.condition().zh(), category.condition().en());
    add(document, "group", category.groupName().zh(), category.groupName().en());
    category.words().forEach(words -> add(document, "words", words, words));
    return document;
  }

  private static void add(Document document, String part, String zh, String en) {
    document.add(new TextField(Cut.PAIR.field(part), zh, Field.Store.NO));
    document.add(new TextField(Cut.SINGLE.field(part), zh, Field.Store.NO));
    document.add(new TextField(Cut.STEM.field(part), en, Field.Store.NO));
    document.add(new TextField(Cut.PLAIN.field(part), en, Field.Store.NO));
  }

  List<String> search(String words, Language language, int limit) {
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

  private Query query(String asked, Language language) {
    var all = new BooleanQuery.Builder();
    for (Map.Entry<String, Float> part : PARTS.entrySet()) {
      for (Cut cut : Cut.values()) {
        boolean chinese = cut == Cut.PAIR || cut == Cut.SINGLE;
        float own = chinese == (language == Language.ZH) ? 1.2f : 1f;
        for (String word : cut(cut.field(part.getKey()), asked)) {
          Query one = one(new Term(cut.field(part.getKey()), word), cut);
          all.add(new BoostQuery(one, part.getValue() * cut.weight * own), Occur.SHOULD);
        }
      }
    }
    return all.build();
  }

  private static Query one(Term term, Cut cut) {
    int length = term.text().length();
    return cut == Cut.PLAIN && length >= 4
        ? new FuzzyQuery(term, length >= 8 ? 2 : 1, 1)
        : new TermQuery(term);
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
