package hotline.node.portal;

import hotline.node.attaching.Attaching;
import hotline.node.attaching.AttachmentSettings;
import hotline.node.attachment.Attachment;
import hotline.node.classification.AttachmentAbout;
import hotline.node.followup.OpenRatings;
import hotline.node.store.IntakeStore;
import hotline.node.store.TicketStore;
import hotline.node.store.TimelineStore;
import hotline.node.ticket.Ticket;
import hotline.node.ticket.TicketId;
import hotline.node.ticket.TicketState;
import hotline.sync.Tx;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds citizens' own appeals by what they were given and what they gave. */
@Singleton
final class OwnAppeals {

  private static final int MANY = 50;

  private static final Set<TicketState> OVER =
      EnumSet.of(
          TicketState.CLOSED, TicketState.ARCHIVED, TicketState.WITHDRAWN, TicketState.REFUSED);

  private final IntakeStore intake;
  private final TicketStore tickets;
  private final TimelineStore timelines;
  private final Attaching attaching;
  private final AttachmentSettings limits;
  private final OpenRatings ratings;

  OwnAppeals(
      IntakeStore intake,
      TicketStore tickets,
      TimelineStore timelines,
      Attaching attaching,
      AttachmentSettings limits,
      OpenRatings ratings) {
    this.intake = intake;
    this.tickets = tickets;
    this.timelines = timelines;
    this.attaching = attaching;
    this.limits = limits;
    this.ratings = ratings;
  }

  /** As codes are written: in capitals, without what people put in between. */
  static String code(String given) {
    return given.toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", "");
  }

  static String digits(String phone) {
    return phone.replaceAll("[^0-9]", "");
  }

  /** Empty when code and phone do not belong together, whichever is wrong. */
  Optional<Ticket> find(Tx tx, String code, String phone) {
    return intake
        .byQueryCode(tx, code)
        .flatMap(id -> tickets.find(tx, id))
        .filter(ticket -> isHis(ticket, phone));
  }

  /** All of the same person's appeals at this node, the newest first. */
  List<Ticket> history(Tx tx, Ticket one) {
    String key = one.requester().key();
    if (key == null || one.requester().personal().phone() == null) {
      return List.of(one);
    }
    List<TicketId> ids = intake.ofRequester(tx, key, MANY);
    Map<TicketId, Ticket> found = tickets.findAll(tx, ids);
    return ids.stream().flatMap(id -> Optional.ofNullable(found.get(id)).stream()).toList();
  }

  Progress progress(Tx tx, Ticket ticket) {
    int photos = (int) attaching.of(tx, ticket.id()).stream().filter(OwnAppeals::isHis).count();
    return Progress.of(
        ticket,
        timelines.of(tx, ticket.id()),
        photos,
        OVER.contains(ticket.state()) ? 0 : Math.max(0, limits.getMaxByCitizen() - photos),
        ratings.tokenOf(ticket).orElse(null));
  }

  private static boolean isHis(Attachment file) {
    return file.about() == AttachmentAbout.APPEAL
        && file.by().id().equals(PortalController.CITIZEN.id());
  }

  /** Who left no phone number is known by the query code alone. */
  private static boolean isHis(Ticket ticket, String phone) {
    String left = ticket.requester().personal().phone();
    return left == null || digits(left).equals(phone);
  }
}
