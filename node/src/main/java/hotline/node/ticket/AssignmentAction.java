package hotline.node.ticket;

import hotline.node.classification.Labelled;
import hotline.node.classification.RequestKind;
import java.util.EnumSet;
import java.util.Set;

/** What people can do to an assignment, by the names of the HTTP interface. */
public enum AssignmentAction implements Labelled {
  SIGN_FOR("签收"),
  CONTACT("联系诉求人"),
  REPLY("答复"),
  REQUEST_RETURN("申请退单"),
  REQUEST_EXTENSION("申请延期"),
  REQUEST("提出申请"),
  SIGN_REQUEST("签批申请"),
  PASS_ON_REQUEST("向上级转呈申请"),
  PLAN("制定办理计划"),
  FINISH_STEP("登记计划节点完成"),
  MERGE("并案"),
  SPLIT("撤销并案"),
  DISPATCH("派单"),
  ESCALATE("上报上级"),
  REVIEW("审核答复"),
  DECIDE_RETURN("审核退单"),
  DECIDE_EXTENSION("审核延期"),
  DECIDE_REQUEST("审核申请"),
  OFFICE_DECIDE("领导小组办公室审核申请"),
  REDO("发回重办"),
  CONVENE("召集联席会议"),
  DESIGNATE("联席会议指定"),
  NOTE_PHONE("登记电话通知"),
  REMIND("催办"),
  SUPERVISE("督办");

  private final String label;

  AssignmentAction(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }

  /**
   * What the assignment's state allows; the policy may still object to the details. Decisions go by
   * this very list.
   */
  public static Set<AssignmentAction> allowedFor(Assignment assignment) {
    Set<AssignmentAction> allowed = EnumSet.noneOf(AssignmentAction.class);
    switch (assignment.state()) {
      case AWAITING_SIGN_FOR -> {
        allowed.addAll(EnumSet.of(SIGN_FOR, CONTACT));
        addReturn(allowed, assignment);
      }
      case IN_HANDLING -> {
        allowed.add(CONTACT);
        if (!assignment.orders().outstanding()) {
          allowed.add(REPLY);
        }
        allowed.addAll(EnumSet.of(REQUEST, PLAN));
        if (assignment.handling().plan() != null
            && assignment.handling().plan().next().isPresent()) {
          allowed.add(FINISH_STEP);
        }
        if (assignment
            .handling()
            .pendingRequest(RequestKind.EXTENSION, assignment.round())
            .isEmpty()) {
          allowed.add(REQUEST_EXTENSION);
        }
        addReturn(allowed, assignment);
        addTeamwork(allowed, assignment);
        allowed.add(DISPATCH);
        OrderAction.allowedFor(assignment.orders())
            .forEach(action -> allowed.add(action.ofAssignment()));
        if (assignment.orders().live().stream().anyMatch(Order::requestPending)) {
          allowed.add(PASS_ON_REQUEST);
        }
        if (assignment.team().merge() != null) {
          // it is answered with its master, so nothing may be out below it (LIF-15)
          allowed.removeAll(EnumSet.of(DISPATCH, ESCALATE, CONVENE, DESIGNATE));
        }
        if (!assignment.receivedByNode()) {
          // a unit sends work on to those below it, and that is all
          allowed.removeAll(EnumSet.of(ESCALATE, CONVENE, DESIGNATE, SUPERVISE));
        }
      }
      case REPLIED, CONFIRMED -> {
        if (assignment.conclusion() == null) {
          // what is asked afterwards can only be to be left out of the assessment; and the
          // dissatisfied want to be seen (LIF-17)
          allowed.addAll(EnumSet.of(REQUEST, CONTACT));
        }
      }
      case RETURN_REQUESTED, RETURNED, CANCELLED, UNKNOWN -> {}
    }
    if (assignment.signatureMissing()) {
      allowed.add(SIGN_REQUEST);
    }
    return allowed;
  }

  private static void addReturn(Set<AssignmentAction> allowed, Assignment assignment) {
    if (assignment.orders().live().isEmpty()) {
      allowed.add(REQUEST_RETURN);
    }
  }

  private static void addTeamwork(Set<AssignmentAction> allowed, Assignment assignment) {
    if (assignment.team().merge() == null && assignment.orders().live().isEmpty()) {
      allowed.add(MERGE);
    }
    if (!assignment.team().partners().isEmpty()) {
      allowed.add(SPLIT);
    }
  }
}
