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
    } else if (instruction instanceof Instruction.RequestDecided i) {
      command.setRequestDecided(write(i));
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
    } else if (instruction instanceof Instruction.TermsRecomputed i) {
      command.setTermsRecomputed(
          InstructionCommand.TermsRecomputed.newBuilder()
              .setTerms(OrderForms.write(i.terms()))
              .setAtMicros(Basics.micros(i.at())));
    } else if (instruction instanceof Instruction.OpinionsTold i) {
      command.setOpinionsTold(
          InstructionCommand.OpinionsTold.newBuilder()
              .addAllOpinions(i.opinions().stream().map(Teams::write).toList()));
    } else if (instruction instanceof Instruction.Urged i) {
      command.setUrged(InstructionCommand.Urged.newBuilder().setUrge(Handlings.write(i.urge())));
    } else if (instruction instanceof Instruction.Supplemented i) {
      command.setSupplemented(Appeals.write(i.supplement()));
    }
    return command;
  }

  private static InstructionCommand.RequestDecided write(Instruction.RequestDecided decided) {
    InstructionCommand.RequestDecided.Builder builder =
        InstructionCommand.RequestDecided.newBuilder()
            .setNumber(decided.number())
            .setSignature(Requests.write(decided.signature()));
    if (decided.verdict() != null) {
      builder.setVerdict(Handlings.write(decided.verdict()));
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
      case REQUEST_DECIDED ->
          new Instruction.RequestDecided(
              command.getRequestDecided().getNumber(),
              Requests.read(command.getRequestDecided().getSignature()),
              command.getRequestDecided().hasVerdict()
                  ? Handlings.read(command.getRequestDecided().getVerdict())
                  : null);
      case OPINIONS_TOLD ->
          new Instruction.OpinionsTold(
              command.getOpinionsTold().getOpinionsList().stream().map(Teams::read).toList());
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
      case TERMS_RECOMPUTED ->
          new Instruction.TermsRecomputed(
              OrderForms.read(command.getTermsRecomputed().getTerms()),
              Basics.instant(command.getTermsRecomputed().getAtMicros()));
      case URGED -> new Instruction.Urged(Handlings.read(command.getUrged().getUrge()));
      case SUPPLEMENTED -> new Instruction.Supplemented(Appeals.read(command.getSupplemented()));
      case EXTENSION_DECIDED, INSTRUCTION_NOT_SET ->
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
    } else if (report instanceof Report.RequestMade r) {
      command.setRequestMade(Requests.write(r.request()));
    } else if (report instanceof Report.RequestSigned r) {
      command.setRequestSigned(write(r));
    } else if (report instanceof Report.Replied r) {
      command.setReplied(Handlings.write(r.reply()));
    } else if (report instanceof Report.Planned r) {
      command.setPlanned(Plans.write(r.plan()));
    } else if (report instanceof Report.StepFinished r) {
      command.setStepFinished(
          ReportCommand.StepFinished.newBuilder()
              .setNumber(r.number())
              .setDone(Plans.write(r.done())));
    }
    return command;
  }

  private static ReportCommand.RequestSigned write(Report.RequestSigned signed) {
    ReportCommand.RequestSigned.Builder builder =
        ReportCommand.RequestSigned.newBuilder()
            .setNumber(signed.number())
            .setSignature(Requests.write(signed.signature()));
    if (signed.verdict() != null) {
      builder.setVerdict(Handlings.write(signed.verdict()));
    }
    return builder.build();
  }

  static Report read(ReportCommand command) {
    return switch (command.getReportCase()) {
      case SIGNED_FOR -> new Report.SignedFor(Handlings.read(command.getSignedFor()));
      case CONTACTED -> new Report.Contacted(Handlings.read(command.getContacted()));
      case RETURN_REQUESTED ->
          new Report.ReturnRequested(Handlings.read(command.getReturnRequested()));
      case REQUEST_MADE -> new Report.RequestMade(Requests.read(command.getRequestMade()));
      case REQUEST_SIGNED ->
          new Report.RequestSigned(
              command.getRequestSigned().getNumber(),
              Requests.read(command.getRequestSigned().getSignature()),
              command.getRequestSigned().hasVerdict()
                  ? Handlings.read(command.getRequestSigned().getVerdict())
                  : null);
      case REPLIED -> new Report.Replied(Handlings.read(command.getReplied()));
      case PLANNED -> new Report.Planned(Plans.read(command.getPlanned()));
      case STEP_FINISHED ->
          new Report.StepFinished(
              command.getStepFinished().getNumber(),
              Plans.read(command.getStepFinished().getDone()));
      case EXTENSION_REQUESTED, REPORT_NOT_SET ->
          throw new WireException("a report that this version does not know");
    };
  }
}
