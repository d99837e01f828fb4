package hotline.node.search;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;

/**
 * How text is taken apart: Chinese into pairs of neighbouring characters, so that any part of a
 * sentence of two characters or more is found without a dictionary; letters and digits by word.
 */
public final class Words {

  /** What may be a telephone, identity card or account number, written in whatever way. */
  private static final Pattern NUMBER =
      Pattern.compile(
          "1\\p{Nd}{2}[- ]\\p{Nd}{4}[- ]\\p{Nd}{4}"
              + "|0\\p{Nd}{2,3}[- ]\\p{Nd}{7,8}|\\p{Nd}{7,}[xX]?");

  private static final int MOST_WORDS = 8;
  private static final int HEAD = 3;
  private static final int TAIL = 4;

  private Words() {}

  /** For the index and for what is looked for in it alike. */
  static Analyzer analyzer() {
    return new CJKAnalyzer(CharArraySet.EMPTY_SET);
  }

  /**
   * The text without numbers that may be a person's: what is not in the index cannot leak from it.
   */
  static String withoutNumbers(String text) {
    return NUMBER.matcher(text).replaceAll(" ");
  }

  /** The text with the middle of such numbers hidden, for people to read (SEC-01). */
  public static String numbersHidden(String text) {
    return NUMBER
        .matcher(text)
        .replaceAll(
            found -> {
              String number = found.group();
              return number.substring(0, HEAD)
                  + "*".repeat(number.length() - HEAD - TAIL)
                  + number.substring(number.length() - TAIL);
            });
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
