package hotline.node.desk;

import hotline.node.ticket.Answer;
import hotline.node.ticket.Order;
import hotline.node.ticket.PersonalNumbers;
import hotline.node.ticket.Reply;
import hotline.node.ticket.Ticket;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Shows where in a ticket the words stand that were looked for. */
final class Excerpts {

  private static final int BEFORE = 20;
  private static final int AFTER = 50;

  private Excerpts() {}

  /**
   * Around the first word that is not in the title; null when all of them are, or none is found.
   */
  static @Nullable String of(Ticket ticket, List<String> words) {
    String title = ticket.appeal().title().toLowerCase(Locale.ROOT);
    for (String word : words) {
      String sought = word.toLowerCase(Locale.ROOT);
      if (!title.contains(sought)) {
        for (String text : texts(ticket)) {
          // hidden first, so that no number is cut in two and shown
          String shown = PersonalNumbers.hidden(text);
          int at = shown.toLowerCase(Locale.ROOT).indexOf(sought);
          if (at >= 0) {
            return around(shown, at, sought.length());
          }
        }
      }
    }
    return null;
  }

  private static List<String> texts(Ticket ticket) {
    List<String> texts = new ArrayList<>();
    texts.add(ticket.appeal().content());
    String place = ticket.appeal().place();
    if (place != null) {
      texts.add(place);
    }
    Answer answer = ticket.outcome().answer();
    if (answer != null) {
      texts.add(answer.content());
    }
    for (Order order : ticket.orders().all()) {
      order.handling().replies().stream().map(Reply::content).forEach(texts::add);
    }
    return texts;
  }

  private static String around(String text, int at, int length) {
    int from = Math.max(0, at - BEFORE);
    int to = Math.min(text.length(), at + length + AFTER);
    String cut = text.substring(from, to).replaceAll("\\s+", " ");
    return (from > 0 ? "…" : "") + cut + (to < text.length() ? "…" : "");
  }
}
