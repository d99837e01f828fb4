package hotline.node.wire;

import hotline.node.ticket.Instruction;
import hotline.node.ticket.Report;
import hotline.v1.InstructionCommand;
import hotline.v1.ReportCommand;

/** What holders and assignees tell each other. */
final class Instructions {

  private Instructions() {}

  static InstructionCommand.Builder write(Instruction instruction) {
    InstructionCommand.Builder command = InstructionCommand.newBuilder();
    if (instruction instanceof Instruction.Dispatched i) {
      command.setDispatched(
          InstructionCommand.Dispatched.newBuilder()
              .setCharge(OrderForms.write(i.charge()))
              .setSubject(OrderForms.write(i.subject()))
              .setTerms(OrderForms.write(i.terms())));
    } else if (instruction instanceof Instruction.ReturnDecided i) {
      command.setReturnDecided(
          InstructionCommand.ReturnDecided.newBuilder().setVerdict(Handlings.write(i.verdict())));
    } else if (instruction instanceof Instruction.ExtensionDecided i) {
      command.setExtensionDecided(write(i));
    } else if (instruction instanceof Instruction.ReplyReviewed i) {
      command.setReplyReviewed(
          InstructionCommand.ReplyReviewed.newBuilder().setVerdict(Handlings.write(i.verdict())));
    } else if (instruction instanceof Instruction.Redo i) {
      command.setRedo(
          InstructionCommand.Redo.newBuilder()
              .setRound(i.round())
              .setGround(Enums.REDO_GROUND.toProto(i.ground()))
              .setReason(i.reason())
              .setAtMicros(Basics.micros(i.at()))
              .setTerms(OrderForms.write(i.terms())));
    } else if (instruction instanceof Instruction.Cancelled i) {
      command.setCancelled(
          InstructionCommand.Cancelled.newBuilder()
              .setReason(i.reason())
              .setAtMicros(Basics.micros(i.at())));
    } else if (instruction instanceof Instruction.TicketConcluded i) {
      command.setTicketConcluded(
          InstructionCommand.TicketConcluded.newBuilder()
              .setConclusion(OrderForms.write(i.conclusion())));
    } else if (instruction instanceof Instruction.Urged i) {
      command.setUrged(InstructionCommand.Urged.newBuilder().setUrge(Handlings.write(i.urge())));
    }
    return command;
  }

  private static InstructionCommand.ExtensionDecided write(Instruction.ExtensionDecided decided) {
    InstructionCommand.ExtensionDecided.Builder builder =
        InstructionCommand.ExtensionDecided.newBuilder()
            .setVerdict(Handlings.write(decided.verdict()));
    if (decided.due() != null) {
      builder.setDue(Basics.write(decided.due()));
    }
    return builder.build();
  }

  static Instruction read(InstructionCommand command) {
    return switch (command.getInstructionCase()) {
      case DISPATCHED ->
          new Instruction.Dispatched(
              OrderForms.read(command.getDispatched().getCharge()),
              OrderForms.read(command.getDispatched().getSubject()),
              OrderForms.read(command.getDispatched().getTerms()));
      case RETURN_DECIDED ->
          new Instruction.ReturnDecided(Handlings.read(command.getReturnDecided().getVerdict()));
      case EXTENSION_DECIDED ->
          new Instruction.ExtensionDecided(
              Handlings.read(command.getExtensionDecided().getVerdict()),
              command.getExtensionDecided().hasDue()
                  ? Basics.read(command.getExtensionDecided().getDue())
                  : null);
      case REPLY_REVIEWED ->
          new Instruction.ReplyReviewed(Handlings.read(command.getReplyReviewed().getVerdict()));
      case REDO ->
          new Instruction.Redo(
              command.getRedo().getRound(),
              Enums.REDO_GROUND.toDomain(command.getRedo().getGround()),
              command.getRedo().getReason(),
              Basics.instant(command.getRedo().getAtMicros()),
              OrderForms.read(command.getRedo().getTerms()));
      case CANCELLED ->
          new Instruction.Cancelled(
              command.getCancelled().getReason(),
              Basics.instant(command.getCancelled().getAtMicros()));
      case TICKET_CONCLUDED ->
          new Instruction.TicketConcluded(
              OrderForms.read(command.getTicketConcluded().getConclusion()));
      case URGED -> new Instruction.Urged(Handlings.read(command.getUrged().getUrge()));
      case INSTRUCTION_NOT_SET ->
          throw new WireException("an instruction that this version does not know");
    };
  }

  static ReportCommand.Builder write(Report report) {
    ReportCommand.Builder command = ReportCommand.newBuilder();
    if (report instanceof Report.SignedFor r) {
      command.setSignedFor(Handlings.write(r.signFor()));
    } else if (report instanceof Report.Contacted r) {
      command.setContacted(Handlings.write(r.contact()));
    } else if (report instanceof Report.ReturnRequested r) {
      command.setReturnRequested(Handlings.write(r.request()));
    } else if (report instanceof Report.ExtensionRequested r) {
      command.setExtensionRequested(Handlings.write(r.extension()));
    } else if (report instanceof Report.Replied r) {
      command.setReplied(Handlings.write(r.reply()));
    }
    return command;
  }

  static Report read(ReportCommand command) {
    return switch (command.getReportCase()) {
      case SIGNED_FOR -> new Report.SignedFor(Handlings.read(command.getSignedFor()));
      case CONTACTED -> new Report.Contacted(Handlings.read(command.getContacted()));
      case RETURN_REQUESTED ->
          new Report.ReturnRequested(Handlings.read(command.getReturnRequested()));
      case EXTENSION_REQUESTED ->
          new Report.ExtensionRequested(Handlings.read(command.getExtensionRequested()));
      case REPLIED -> new Report.Replied(Handlings.read(command.getReplied()));
      case REPORT_NOT_SET -> throw new WireException("a report that this version does not know");
    };
  }
}
