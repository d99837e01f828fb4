package hotline.node.ticket;

import hotline.node.classification.Approver;
import hotline.node.classification.Role;
import hotline.node.error.ErrorCode;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who may sign in which office, and how. */
final class Approvals {

  private Approvals() {}

  /** The verdict of somebody who holds this office. */
  static Verdict verdict(
      Approver approver, boolean approve, @Nullable String opinion, DecisionContext context)
      throws RefusedException {
    Role role = context.actor().role();
    Set<Role> holders = rolesOf(approver);
    boolean his =
        context.actor().kind() != Actor.Kind.USER
            || role == Role.ADMIN
            || (role != null && holders.contains(role));
    RefusedException.require(
        his,
        ErrorCode.FORBIDDEN,
        "这一步须由“" + approver.label() + "”签批" + (role == null ? "" : "，当前身份是“" + role.label() + "”"));
    return verdictOfUnit(approve, opinion, context);
  }

  /** The verdict of a unit about what is below it; whoever acts has been found to belong to it. */
  static Verdict verdictOfUnit(boolean approve, @Nullable String opinion, DecisionContext context)
      throws RefusedException {
    if (!approve) {
      RefusedException.requireText(opinion, ErrorCode.OPINION_MISSING, "不通过的意见");
    }
    return new Verdict(approve, opinion, context.now(), context.actor());
  }

  static Set<Role> rolesOf(Approver approver) {
    return switch (approver) {
      case UNIT_DEPUTY -> EnumSet.of(Role.UNIT_DEPUTY);
      case UNIT_PRINCIPAL -> EnumSet.of(Role.UNIT_PRINCIPAL);
      case PLATFORM -> EnumSet.of(Role.DISPATCHER, Role.REVIEWER);
      case OFFICE -> EnumSet.of(Role.OFFICE);
      case UNKNOWN -> EnumSet.noneOf(Role.class);
    };
  }

  /** A unit never reviews its own work. */
  static void requireOthersWork(Order order, DecisionContext context) throws RefusedException {
    UnitCode own = context.actor().unit();
    RefusedException.require(
        own == null || !(order.assignee() instanceof UnitRef unit && unit.code().equals(own)),
        ErrorCode.FORBIDDEN,
        "承办单位不得审核本单位的办理，派办 " + order.assignment() + " 由“" + order.assignee().name() + "”办理");
  }
}
