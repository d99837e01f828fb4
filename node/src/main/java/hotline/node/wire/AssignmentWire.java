package hotline.node.wire;

import com.google.protobuf.InvalidProtocolBufferException;
import hotline.node.ticket.Assignment;
import hotline.node.ticket.AssignmentId;
import hotline.node.ticket.Teamwork;

/** Assignments as bytes; they hold no personal data. */
public final class AssignmentWire {

  private AssignmentWire() {}

  public static EntityImage image(Assignment assignment) {
    hotline.v1.Assignment.Builder image =
        hotline.v1.Assignment.newBuilder()
            .setId(assignment.id().toString())
            .setVersion(assignment.version())
            .setCharge(OrderForms.write(assignment.charge()))
            .setSubject(OrderForms.write(assignment.subject()))
            .setState(Enums.ASSIGNMENT_STATE.toProto(assignment.state()))
            .setRound(assignment.round())
            .setTerms(OrderForms.write(assignment.terms()))
            .setHandling(Handlings.write(assignment.handling()))
            .addAllOrders(OrderForms.write(assignment.orders()));
    Teams.meetings(assignment.orders()).forEach(image::addMeetings);
    if (!assignment.team().equals(Teamwork.NONE)) {
      image.setTeam(Teams.write(assignment.team()));
    }
    if (assignment.conclusion() != null) {
      image.setConclusion(OrderForms.write(assignment.conclusion()));
    }
    return new EntityImage(
        EntityType.ASSIGNMENT, image.getId(), assignment.version(), image.build().toByteArray());
  }

  /**
   * Reads an assignment back.
   *
   * @throws WireException when the bytes are no assignment
   */
  public static Assignment read(byte[] image) {
    try {
      return read(hotline.v1.Assignment.parseFrom(image));
    } catch (InvalidProtocolBufferException | IllegalArgumentException e) {
      throw new WireException("not the image of an assignment: " + e.getMessage(), e);
    }
  }

  private static Assignment read(hotline.v1.Assignment assignment) {
    return new Assignment(
        AssignmentId.parse(assignment.getId()),
        assignment.getVersion(),
        OrderForms.read(assignment.getCharge()),
        OrderForms.read(assignment.getSubject()),
        Enums.ASSIGNMENT_STATE.toDomain(assignment.getState()),
        assignment.getRound(),
        OrderForms.read(assignment.getTerms()),
        Handlings.read(assignment.getHandling()),
        OrderForms.read(assignment.getOrdersList(), assignment.getMeetingsList()),
        assignment.hasConclusion() ? OrderForms.read(assignment.getConclusion()) : null,
        assignment.hasTeam() ? Teams.read(assignment.getTeam()) : Teamwork.NONE);
  }
}
