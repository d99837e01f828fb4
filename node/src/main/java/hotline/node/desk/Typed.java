package hotline.node.desk;

import hotline.node.search.Words;
import hotline.node.ticket.TicketId;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed into the one box for everything: a ticket's number, a citizen's query code, a
 * telephone number, or words (numbers of other systems among them).
 *
 * @param id a ticket's number
 * @param queryCode what has the form of a query code; it may still be a word
 */
record Typed(
    @Nullable String id, @Nullable String queryCode, @Nullable String phone, List<String> words) {

  private static final Pattern TICKET =
      Pattern.compile("[0-9]{6}(?:[A-Z][0-9]{2})?-[0-9]{8}-[0-9]{6,9}");
  private static final Pattern QUERY_CODE = Pattern.compile("[2-9A-HJ-NP-Z]{12}");
  private static final Pattern PHONE =
      Pattern.compile("(?:(?:\\+|00)?86)?1[3-9][0-9]{9}|0[0-9]{2,3}[0-9]{7,8}");

  static final Typed NOTHING = new Typed(null, null, null, List.of());

  static Typed of(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return NOTHING;
    }
    String typed = text.strip();
    String upper = typed.toUpperCase(Locale.ROOT);
    if (TICKET.matcher(upper).matches() && isTicket(upper)) {
      return new Typed(upper, null, null, List.of());
    }
    String digits = typed.replaceAll("[\\s()（）-]", "");
    if (PHONE.matcher(digits).matches()) {
      return new Typed(null, null, digits, List.of());
    }
    String code = QUERY_CODE.matcher(upper).matches() ? upper : null;
    return new Typed(null, code, null, Words.of(typed));
  }

  private static boolean isTicket(String text) {
    try {
      TicketId.parse(text);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
