package org.yiwang.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
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
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.yiwang.pack.Text;
import org.yiwang.words.WordIndex;

/** The least that Lucene can do with the same texts: one field, the words as cut, any of them. */
final class BareSearch {
  private final Analyzer analyzer = new CJKAnalyzer();
  private final IndexSearcher searcher;

  BareSearch(List<WordIndex.Entry> entries) {
    var directory = new ByteBuffersDirectory();
    try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
      for (WordIndex.Entry entry : entries) {
        Document document = new Document();
        document.add(new StoredField("id", entry.id()));
        entry.parts().values().forEach(texts -> texts.forEach(text -> add(document, text)));
        writer.addDocument(document);
      }
      writer.commit();
      searcher = new IndexSearcher(DirectoryReader.open(directory));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static void add(Document document, Text text) {
    document.add(new TextField("all", text.zh() + " " + text.en(), Field.Store.NO));
  }

  List<String> search(String words, int limit) {
    var query = new BooleanQuery.Builder();
    try (TokenStream tokens = analyzer.tokenStream("all", words)) {
      CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        query.add(new TermQuery(new Term("all", term.toString())), Occur.SHOULD);
      }
      tokens.end();
      List<String> ids = new ArrayList<>();
      for (ScoreDoc one : searcher.search(query.build(), limit).scoreDocs) {
        ids.add(searcher.storedFields().document(one.doc).get("id"));
      }
      return ids;
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
