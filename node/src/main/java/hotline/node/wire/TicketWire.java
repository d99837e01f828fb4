package hotline.node.wire;

import com.google.protobuf.InvalidProtocolBufferException;
import hotline.node.ticket.PersonalData;
import hotline.node.ticket.Ticket;
import hotline.node.ticket.TicketId;

/** Tickets as bytes: the image, and the requester's personal data apart from it. */
public final class TicketWire {

  private TicketWire() {}

  /** The ticket without personal data. */
  public static EntityImage image(Ticket ticket) {
    hotline.v1.Ticket image =
        hotline.v1.Ticket.newBuilder()
            .setId(ticket.id().toString())
            .setVersion(ticket.version())
            .setOwner(Basics.write(ticket.owner()))
            .setQueryCode(ticket.queryCode())
            .setAppeal(Appeals.write(ticket.appeal()))
            .setRequester(Appeals.write(ticket.requester()))
            .setState(Enums.TICKET_STATE.toProto(ticket.state()))
            .setClock(Appeals.write(ticket.clock()))
            .setOutcome(Outcomes.write(ticket.outcome()))
            .addAllOrders(OrderForms.write(ticket.orders()))
            .addAllMeetings(Teams.meetings(ticket.orders()))
            .setFollowUps(Outcomes.write(ticket.followUps()))
            .build();
    return new EntityImage(EntityType.TICKET, image.getId(), ticket.version(), image.toByteArray());
  }

  /** The requester's personal data; empty when there is none. */
  public static byte[] personal(Ticket ticket) {
    return personal(ticket.requester().personal());
  }

  /** Personal data as bytes; empty when there is none. */
  public static byte[] personal(PersonalData data) {
    return Appeals.write(data).toByteArray();
  }

  /**
   * Reads a ticket back.
   *
   * @param personal empty when there is none, or when it has been masked away
   * @throws WireException when the bytes are no ticket
   */
  public static Ticket read(byte[] image, byte[] personal) {
    try {
      return read(hotline.v1.Ticket.parseFrom(image), readPersonal(personal));
    } catch (InvalidProtocolBufferException | IllegalArgumentException e) {
      throw new WireException("not the image of a ticket: " + e.getMessage(), e);
    }
  }

  /**
   * Reads personal data back.
   *
   * @throws WireException when the bytes are none
   */
  public static PersonalData readPersonal(byte[] personal) {
    try {
      return personal.length == 0
          ? PersonalData.NONE
          : Appeals.read(hotline.v1.PersonalData.parseFrom(personal));
    } catch (InvalidProtocolBufferException e) {
      throw new WireException("not personal data: " + e.getMessage(), e);
    }
  }

  private static Ticket read(hotline.v1.Ticket ticket, PersonalData personal) {
    return new Ticket(
        TicketId.parse(ticket.getId()),
        ticket.getVersion(),
        Basics.read(ticket.getOwner()),
        ticket.getQueryCode(),
        Appeals.read(ticket.getAppeal()),
        Appeals.read(ticket.getRequester(), personal),
        Enums.TICKET_STATE.toDomain(ticket.getState()),
        Appeals.read(ticket.getClock()),
        Outcomes.read(ticket.getOutcome()),
        OrderForms.read(ticket.getOrdersList(), ticket.getMeetingsList()),
        Outcomes.read(ticket.getFollowUps()));
  }
}
