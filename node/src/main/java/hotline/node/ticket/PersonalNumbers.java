package hotline.node.ticket;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers in what people write that may be a person's: telephones, identity cards, accounts. */
public final class PersonalNumbers {

  /** Tickets' own numbers are nobody's. */
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<ticket>[0-9]{6}(?:[A-Z][0-9]{2})?-[0-9]{8}-[0-9]{6,9})"
              + "|1\\p{Nd}{2}[- ]\\p{Nd}{4}[- ]\\p{Nd}{4}"
              + "|0\\p{Nd}{2,3}[- ]\\p{Nd}{7,8}|\\p{Nd}{7,}[xX]?");

  private static final int HEAD = 3;
  private static final int TAIL = 4;

  private PersonalNumbers() {}

  /** The text with the middle of each such number hidden (SEC-01); hidden again it is the same. */
  public static String hidden(String text) {
    return NUMBER
        .matcher(text)
        .replaceAll(
            found -> Matcher.quoteReplacement(hidden(found.group(), found.group(1) != null)));
  }

  /** Likewise of a text that may be missing. */
  public static @Nullable String hiddenIn(@Nullable String text) {
    return text == null ? null : hidden(text);
  }

  /** The text without any such number: what is not in an index cannot leak from it. */
  public static String without(String text) {
    return NUMBER
        .matcher(text)
        .replaceAll(
            found -> found.group(1) == null ? " " : Matcher.quoteReplacement(found.group()));
  }

  private static String hidden(String number, boolean ofTicket) {
    return ofTicket
        ? number
        : number.substring(0, HEAD)
            + "*".repeat(number.length() - HEAD - TAIL)
            + number.substring(number.length() - TAIL);
  }
}
