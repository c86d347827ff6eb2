package org.yiwang.place;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
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
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.springframework.util.function.SingletonSupplier;

/**
 * Landmarks by words (地标索引), in memory: Chinese by pairs and single characters, so that a wrong
 * character still finds; Latin words by prefix and with a wrong letter or two. Built at the first
 * search.
 */
final class LandmarkIndex {
  private static final String PAIRS = "pairs";
  private static final String SIGNS = "signs";
  private static final String AT = "at";
  private static final String WHOLE = "whole";
  private final List<Landmark> landmarks;
  private final Supplier<IndexSearcher> searcher = SingletonSupplier.of(this::build);
  private final Analyzer pairs = new SignAnalyzer(true);
  private final Analyzer signs = new SignAnalyzer(false);

  LandmarkIndex(List<Landmark> landmarks) {
    this.landmarks = landmarks;
  }

  List<Landmark> search(String words, int limit) {
    try {
      List<Landmark> found = new ArrayList<>();
      IndexSearcher index = searcher.get();
      for (ScoreDoc hit : index.search(query(words), limit).scoreDocs) {
        Document document = index.storedFields().document(hit.doc);
        found.add(landmarks.get(document.getField(AT).numericValue().intValue()));
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Query query(String words) throws IOException {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    query.add(new BoostQuery(new TermQuery(new Term(WHOLE, whole(words))), 30), Occur.SHOULD);
    query.add(new BoostQuery(new PrefixQuery(new Term(WHOLE, whole(words))), 6), Occur.SHOULD);
    for (String pair : tokens(pairs, words)) {
      query.add(new BoostQuery(new TermQuery(new Term(PAIRS, pair)), 2), Occur.SHOULD);
    }
    List<String> single = tokens(signs, words);
    BooleanQuery.Builder enough = new BooleanQuery.Builder();
    single.forEach(sign -> enough.add(sign(sign), Occur.SHOULD));
    enough.setMinimumNumberShouldMatch((single.size() + 1) / 2);
    query.add(enough.build(), Occur.MUST);
    return query.build();
  }

  /** One character of Chinese, or one Latin word that may be unfinished or misspelt. */
  private static Query sign(String sign) {
    Term term = new Term(SIGNS, sign);
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    any.add(new BoostQuery(new TermQuery(term), 2), Occur.SHOULD);
    if (Character.isLetter(sign.charAt(0)) && sign.length() > 2) {
      any.add(new BoostQuery(new PrefixQuery(term), 0.7f), Occur.SHOULD);
      if (sign.length() > 3) {
        any.add(
            new BoostQuery(new FuzzyQuery(term, sign.length() > 6 ? 2 : 1, 1), 0.7f), Occur.SHOULD);
      }
    }
    return any.build();
  }

  private IndexSearcher build() {
    try {
      ByteBuffersDirectory memory = new ByteBuffersDirectory();
      try (IndexWriter writer = new IndexWriter(memory, new IndexWriterConfig(signs))) {
        for (int i = 0; i < landmarks.size(); i++) {
          Document document = document(landmarks.get(i));
          document.add(new StoredField(AT, i));
          writer.addDocument(document);
        }
      }
      return new IndexSearcher(DirectoryReader.open(memory));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Document document(Landmark landmark) {
    Document document = new Document();
    String address = landmark.address() == null ? "" : landmark.address();
    String words = landmark.name().zh() + " \n" + landmark.name().en() + " \n" + address;
    document.add(new TextField(PAIRS, pairs.tokenStream(PAIRS, words)));
    document.add(new TextField(SIGNS, words, Store.NO));
    document.add(new StringField(WHOLE, whole(landmark.name().zh()), Store.NO));
    document.add(new StringField(WHOLE, whole(landmark.name().en()), Store.NO));
    document.add(new StringField(WHOLE, whole(address), Store.NO));
    return document;
  }

  private static String whole(String words) {
    return Normalizer.normalize(words, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[\\s\\p{Punct}]+", "");
  }

  private static List<String> tokens(Analyzer analyzer, String words) throws IOException {
    List<String> tokens = new ArrayList<>();
    try (TokenStream stream = analyzer.tokenStream("", words)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        tokens.add(term.toString());
      }
      stream.end();
    }
    return tokens;
  }
}
