package org.yiwang.place;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/** Cuts names into Chinese characters (or overlapping pairs of them) and small Latin words. */
final class SignAnalyzer extends Analyzer {
  private final boolean pairs;

  SignAnalyzer(boolean pairs) {
    this.pairs = pairs;
  }

  @Override
  protected TokenStreamComponents createComponents(String field) {
    Tokenizer source = new StandardTokenizer();
    TokenStream plain = new ASCIIFoldingFilter(new LowerCaseFilter(new CJKWidthFilter(source)));
    return new TokenStreamComponents(source, pairs ? new CJKBigramFilter(plain) : plain);
  }
}
