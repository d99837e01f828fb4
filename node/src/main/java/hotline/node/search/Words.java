package hotline.node.search;

import java.util.Arrays;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;

/**
 * How text is taken apart: Chinese into pairs of neighbouring characters, so that any part of a
 * sentence of two characters or more is found without a dictionary; letters and digits by word.
 */
public final class Words {

  private static final int MOST_WORDS = 8;

  private Words() {}

  /** For the index and for what is looked for in it alike. */
  static Analyzer analyzer() {
    return new CJKAnalyzer(CharArraySet.EMPTY_SET);
  }

  /** What was typed, in words; each of them has to be found. */
  public static List<String> of(String typed) {
    return Arrays.stream(typed.strip().split("[\\s\\u3000,，、;；]+"))
        .filter(word -> !word.isBlank())
        .distinct()
        .limit(MOST_WORDS)
        .toList();
  }
}
