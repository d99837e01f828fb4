package hotline.node.attaching;

import hotline.node.access.Permissions;
import hotline.node.access.SignedInUser;
import hotline.node.access.VisibleTickets;
import hotline.node.attachment.Attachment;
import hotline.node.classification.AttachmentAbout;
import hotline.node.error.ErrorCode;
import hotline.node.error.RefusedException;
import hotline.node.store.AssignmentStore;
import hotline.node.ticket.Actor;
import hotline.node.ticket.Assignment;
import hotline.node.ticket.AssignmentAction;
import hotline.node.ticket.AssignmentId;
import hotline.node.ticket.AssignmentState;
import hotline.node.ticket.Ticket;
import hotline.node.ticket.TicketAction;
import hotline.node.ticket.TicketState;
import hotline.node.ticket.UnitRef;
import hotline.node.work.Rules;
import hotline.sync.Tx;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who may see and who may bring which files. */
@Singleton
final class AttachmentRights {

  private static final Set<AssignmentState> WORKABLE =
      EnumSet.of(AssignmentState.IN_HANDLING, AssignmentState.REPLIED);

  private final VisibleTickets visible;
  private final AssignmentStore assignments;
  private final Rules rules;

  AttachmentRights(VisibleTickets visible, AssignmentStore assignments, Rules rules) {
    this.visible = visible;
    this.assignments = assignments;
    this.rules = rules;
  }

  /** What a user may add now, with the assignment whose reply it belongs to. */
  record Place(AttachmentAbout about, @Nullable AssignmentId assignment) {}

  /** A unit's people see what came with the matter and what their own unit has answered. */
  boolean maySee(Tx tx, Attachment file, SignedInUser user) {
    if (!user.seesOwnUnitOnly() || file.goesDown()) {
      return true;
    }
    return Optional.ofNullable(file.assignment())
        .flatMap(id -> assignments.find(tx, id))
        .map(assignment -> assignment.charge().unit())
        .filter(unit -> Permissions.worksFor(user, unit))
        .isPresent();
  }

  List<Place> places(Tx tx, Ticket ticket, SignedInUser user) {
    List<Place> places = new ArrayList<>();
    for (AttachmentAbout about : List.of(AttachmentAbout.APPEAL, AttachmentAbout.FOLLOW_UP)) {
      if (isOpen(ticket) && isOwn(ticket) && Permissions.may(user, action(about))) {
        places.add(new Place(about, null));
      }
    }
    for (Assignment assignment : assignments.ofTicket(tx, ticket.id())) {
      if (mayReply(assignment, user)) {
        places.add(new Place(AttachmentAbout.REPLY, assignment.id()));
      }
    }
    return places;
  }

  /**
   * As whom the user brings a file there.
   *
   * @throws RefusedException when he may not, or not at this time
   */
  Actor requireMayAdd(Tx tx, Ticket ticket, Place place, SignedInUser user) {
    AssignmentId id = place.assignment();
    if (place.about() == AttachmentAbout.REPLY && id != null && id.ticket().equals(ticket.id())) {
      Assignment assignment =
          assignments
              .find(tx, id)
              .orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND, "没有派办 " + id));
      Actor actor = Permissions.actorFor(user, AssignmentAction.REPLY, assignment);
      if (!mayReply(assignment, user)) {
        throw new RefusedException(
            ErrorCode.STATE_FORBIDS, "派办 " + id + " 当前不能答复，答复材料须在签收后、答复前后补充");
      }
      return actor;
    } else if (place.about() == AttachmentAbout.REPLY
        || place.about() == AttachmentAbout.UNKNOWN
        || id != null) {
      throw new RefusedException(ErrorCode.INVALID_INPUT, "答复材料须指明派办（assignment），其他材料不指明");
    } else if (!isOwn(ticket)) {
      throw new RefusedException(
          ErrorCode.NOT_OWNER,
          "工单 " + ticket.id() + " 由“" + ticket.owner().name() + "”管理，本节点只能补充答复材料");
    } else if (!isOpen(ticket)) {
      throw new RefusedException(ErrorCode.STATE_FORBIDS, "工单 " + ticket.id() + " 已归档，不能再增加附件");
    }
    return Permissions.actorFor(user, action(place.about()));
  }

  private boolean mayReply(Assignment assignment, SignedInUser user) {
    UnitRef unit = assignment.charge().unit();
    return assignment.charge().node().code().equals(rules.self().code())
        && WORKABLE.contains(assignment.state())
        && (unit == null || Permissions.worksFor(user, unit))
        && Permissions.may(user, AssignmentAction.REPLY, assignment);
  }

  private boolean isOwn(Ticket ticket) {
    return ticket.owner().code().equals(rules.self().code());
  }

  private static boolean isOpen(Ticket ticket) {
    return ticket.state() != TicketState.ARCHIVED;
  }

  private static TicketAction action(AttachmentAbout about) {
    return about == AttachmentAbout.FOLLOW_UP ? TicketAction.FOLLOW_UP : TicketAction.ACCEPT;
  }
}
