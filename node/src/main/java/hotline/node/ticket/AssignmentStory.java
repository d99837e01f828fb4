package hotline.node.ticket;

import hotline.node.ticket.AssignmentEvent.AssigneeActed;
import hotline.node.ticket.AssignmentEvent.AssignmentReceived;
import hotline.node.ticket.AssignmentEvent.InstructionFollowed;
import hotline.node.ticket.AssignmentEvent.LateInstructionNoted;

/** Tells an assignment's events in a sentence each. */
final class AssignmentStory {

  private AssignmentStory() {}

  static Happening tell(AssignmentId id, AssignmentEvent event) {
    if (event instanceof OrderEvent e) {
      return OrderStory.tell(e);
    } else if (event instanceof AssignmentReceived e) {
      Charge charge = e.charge();
      return new Happening(
          EventType.ASSIGNMENT_RECEIVED,
          id,
          "“" + charge.assigner().name() + "”派给“" + charge.assignee().name() + "”");
    } else if (event instanceof AssigneeActed e) {
      return new Happening(ReportStory.type(e.report()), id, ReportStory.text(e.report()));
    } else if (event instanceof InstructionFollowed e) {
      return new Happening(EventType.INSTRUCTION_FOLLOWED, id, text(e.instruction()));
    } else if (event instanceof LateInstructionNoted e) {
      return new Happening(EventType.LATE_INSTRUCTION, id, text(e.instruction()));
    }
    throw new AssertionError(event);
  }

  private static String text(Instruction instruction) {
    if (instruction instanceof Instruction.ReturnDecided i) {
      return verdict(i.verdict(), EventType.RETURN_APPROVED, EventType.RETURN_DECLINED);
    } else if (instruction instanceof Instruction.ExtensionDecided i) {
      return verdict(i.verdict(), EventType.EXTENSION_GRANTED, EventType.EXTENSION_DECLINED);
    } else if (instruction instanceof Instruction.ReplyReviewed i) {
      return verdict(i.verdict(), EventType.REPLY_ACCEPTED, EventType.REPLY_REJECTED);
    } else if (instruction instanceof Instruction.Redo i) {
      return "发回重办，" + i.ground().label() + "：" + i.reason();
    } else if (instruction instanceof Instruction.Cancelled i) {
      return "撤销：" + i.reason();
    } else if (instruction instanceof Instruction.TicketConcluded i) {
      return "工单结束：" + i.conclusion().kind().label();
    } else if (instruction instanceof Instruction.Urged i) {
      return i.urge().kind().label() + "：" + i.urge().text();
    }
    return "派单";
  }

  private static String verdict(Verdict verdict, EventType approved, EventType declined) {
    return (verdict.approved() ? approved : declined).label()
        + TicketStory.after("：", verdict.opinion());
  }
}
