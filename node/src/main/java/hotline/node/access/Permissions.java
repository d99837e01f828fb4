package hotline.node.access;

import hotline.node.classification.Role;
import hotline.node.error.ErrorCode;
import hotline.node.error.RefusedException;
import hotline.node.ticket.Actor;
import hotline.node.ticket.Assignment;
import hotline.node.ticket.AssignmentAction;
import hotline.node.ticket.Ticket;
import hotline.node.ticket.TicketAction;
import hotline.node.ticket.UnitCode;
import hotline.node.ticket.UnitRef;
import java.util.Set;
import java.util.stream.Collectors;

/** What a user may do, and as whom he then acts. */
public final class Permissions {

  private Permissions() {}

  /**
   * The actor of a ticket action.
   *
   * @throws RefusedException when none of the user's roles may do it
   */
  public static Actor actorFor(SignedInUser user, TicketAction action) {
    if (user.seesOwnUnitOnly() && user.hasAny(ActionRoles.of(action))) {
      throw new RefusedException(
          ErrorCode.FORBIDDEN, "“" + action.label() + "”由热线平台进行，承办单位人员不得审核、回访或评价本单位的办件");
    }
    return actor(user, ActionRoles.of(action), action.label());
  }

  /**
   * The actor of an action on an assignment: of a unit, somebody of that very unit.
   *
   * @throws RefusedException when the user may not
   */
  public static Actor actorFor(SignedInUser user, AssignmentAction action, Assignment assignment) {
    UnitRef unit = assignment.charge().unit();
    if (unit == null && !user.seesOwnUnitOnly()) {
      return actor(user, ActionRoles.ofReceived(action), action.label());
    }
    if (unit == null || !worksFor(user, unit)) {
      throw new RefusedException(
          ErrorCode.FORBIDDEN,
          "派办 "
              + assignment.id()
              + " 由“"
              + assignment.charge().assignee().name()
              + "”办理，当前用户不属于该单位");
    }
    return actor(user, ActionRoles.ofUnit(action, assignment), action.label());
  }

  public static boolean may(SignedInUser user, TicketAction action) {
    return !user.seesOwnUnitOnly() && user.hasAny(ActionRoles.of(action));
  }

  public static boolean may(SignedInUser user, AssignmentAction action, Assignment assignment) {
    UnitRef unit = assignment.charge().unit();
    return unit == null
        ? !user.seesOwnUnitOnly() && user.hasAny(ActionRoles.ofReceived(action))
        : worksFor(user, unit) && user.hasAny(ActionRoles.ofUnit(action, assignment));
  }

  /**
   * Demands that the ticket is of a region and category that the user has to do with.
   *
   * @throws RefusedException said as if it were not there
   */
  public static void requireInScope(SignedInUser user, Ticket ticket) {
    if (!user.scope().covers(ticket.appeal())) {
      throw new RefusedException(
          ErrorCode.NOT_FOUND, "没有工单 " + ticket.id() + "，或它不在当前用户的区域、类别权限之内");
    }
  }

  /** Demands one of the roles. */
  public static void require(SignedInUser user, Set<Role> roles, String what) {
    if (!user.hasAny(roles)) {
      throw forbidden(roles, what);
    }
  }

  /** Whether the user works for the unit; an administrator works for all. */
  public static boolean worksFor(SignedInUser user, UnitRef unit) {
    return user.roles().contains(Role.ADMIN)
        || user.unit().map(UnitCode::of).filter(unit.code()::equals).isPresent();
  }

  private static Actor actor(SignedInUser user, Set<Role> roles, String what) {
    for (Role role : roles) {
      if (user.roles().contains(role)) {
        return acting(user, role);
      }
    }
    if (user.roles().contains(Role.ADMIN)) {
      return acting(user, Role.ADMIN);
    }
    throw forbidden(roles, what);
  }

  /** With the unit that he works for, if any, so that it never reviews its own work. */
  private static Actor acting(SignedInUser user, Role role) {
    return new Actor(
        Actor.Kind.USER, user.username(), role, user.unit().map(UnitCode::of).orElse(null));
  }

  private static RefusedException forbidden(Set<Role> roles, String what) {
    String expected = roles.stream().map(Role::label).collect(Collectors.joining("、"));
    return new RefusedException(ErrorCode.FORBIDDEN, "“" + what + "”须由" + expected + "进行");
  }
}
