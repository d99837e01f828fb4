package hotline.node.ticket;

import org.jspecify.annotations.Nullable;

/**
 * An event as records and timelines tell it.
 *
 * @param assignment which assignment it is about, null when it is about the ticket itself
 * @param text in Chinese, without personal data of the requester; may be empty; cut after {@value
 *     #MAX_TEXT} characters, for the whole of it is in the entity's image
 */
public record Happening(EventType type, @Nullable AssignmentId assignment, String text) {

  static final int MAX_TEXT = 300;

  public Happening {
    if (text.codePointCount(0, text.length()) > MAX_TEXT) {
      text = text.substring(0, text.offsetByCodePoints(0, MAX_TEXT - 1)) + "…";
    }
  }

  public static Happening of(TicketEvent event) {
    return event.tell();
  }

  public static Happening of(AssignmentId assignment, AssignmentEvent event) {
    return event.tell(assignment);
  }

  static Happening ofTicket(EventType type, String text) {
    return new Happening(type, null, text);
  }

  /** The text behind a mark; nothing when there is none. */
  static String after(String mark, @Nullable String text) {
    return text == null || text.isBlank() ? "" : mark + text;
  }
}
