package hotline.node.ticket;

import hotline.node.classification.Matter;
import hotline.node.ticket.TicketEvent.TicketAccepted;
import hotline.node.ticket.TicketEvent.TicketAnswered;
import hotline.node.ticket.TicketEvent.TicketArchived;
import hotline.node.ticket.TicketEvent.TicketClosed;
import hotline.node.ticket.TicketEvent.TicketFollowedUp;
import hotline.node.ticket.TicketEvent.TicketRefused;
import hotline.node.ticket.TicketEvent.TicketRegistered;
import hotline.node.ticket.TicketEvent.TicketWithdrawn;
import org.jspecify.annotations.Nullable;

/** Tells a ticket's events in a sentence each. */
final class TicketStory {

  private TicketStory() {}

  static Happening tell(TicketEvent event) {
    if (event instanceof OrderEvent e) {
      return OrderStory.tell(e);
    } else if (event instanceof TicketRegistered e) {
      return ticket(EventType.TICKET_REGISTERED, registered(e.appeal()));
    } else if (event instanceof TicketAccepted) {
      return ticket(EventType.TICKET_ACCEPTED, "");
    } else if (event instanceof TicketRefused e) {
      Refusal refusal = e.refusal();
      return ticket(EventType.TICKET_REFUSED, refusal.ground().label() + "。" + refusal.guidance());
    } else if (event instanceof TicketAnswered e) {
      return ticket(EventType.TICKET_ANSWERED, e.answer().content());
    } else if (event instanceof TicketFollowedUp e) {
      return ticket(EventType.TICKET_FOLLOWED_UP, rating(e.followUp()));
    } else if (event instanceof TicketClosed e) {
      return ticket(EventType.TICKET_CLOSED, closure(e.closure()));
    } else if (event instanceof TicketWithdrawn e) {
      return ticket(EventType.TICKET_WITHDRAWN, closure(e.closure()));
    } else if (event instanceof TicketArchived) {
      return ticket(EventType.TICKET_ARCHIVED, "");
    }
    throw new AssertionError(event);
  }

  private static String registered(Appeal appeal) {
    Matter matter = appeal.matter();
    return appeal.channel().label()
        + "，"
        + appeal.category().label()
        + "，"
        + appeal.urgency().label()
        + (matter == null ? "" : "，" + matter.name())
        + "："
        + appeal.title();
  }

  private static String rating(FollowUp rating) {
    return rating.channel().label()
        + "："
        + rating.satisfaction().label()
        + "，"
        + (rating.solved() ? "已解决" : "未解决")
        + after("。", rating.comment());
  }

  private static String closure(Closure closure) {
    return closure.kind().label() + after("：", closure.note());
  }

  static String after(String mark, @Nullable String text) {
    return text == null || text.isBlank() ? "" : mark + text;
  }

  private static Happening ticket(EventType type, String text) {
    return new Happening(type, null, text);
  }
}
