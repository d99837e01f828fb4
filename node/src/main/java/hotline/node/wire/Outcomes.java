package hotline.node.wire;

import hotline.node.ticket.Answer;
import hotline.node.ticket.Closure;
import hotline.node.ticket.EmergencyTransfer;
import hotline.node.ticket.FollowUp;
import hotline.node.ticket.FollowUps;
import hotline.node.ticket.Outcome;
import hotline.node.ticket.Refusal;

/** What came of a ticket and how it was rated. */
final class Outcomes {

  private Outcomes() {}

  static hotline.v1.Outcome write(Outcome outcome) {
    hotline.v1.Outcome.Builder builder = hotline.v1.Outcome.newBuilder();
    if (outcome.refusal() != null) {
      builder.setRefusal(write(outcome.refusal()));
    }
    if (outcome.answer() != null) {
      builder.setAnswer(write(outcome.answer()));
    }
    if (outcome.closure() != null) {
      builder.setClosure(write(outcome.closure()));
    }
    if (outcome.archivedAt() != null) {
      builder.setArchivedAtMicros(Basics.micros(outcome.archivedAt()));
    }
    outcome.transfers().forEach(transfer -> builder.addEmergencyTransfers(write(transfer)));
    return builder.build();
  }

  static Outcome read(hotline.v1.Outcome outcome) {
    return new Outcome(
        outcome.hasRefusal() ? read(outcome.getRefusal()) : null,
        outcome.hasAnswer() ? read(outcome.getAnswer()) : null,
        outcome.hasClosure() ? read(outcome.getClosure()) : null,
        outcome.hasArchivedAtMicros() ? Basics.instant(outcome.getArchivedAtMicros()) : null,
        outcome.getEmergencyTransfersList().stream().map(Outcomes::read).toList());
  }

  private static hotline.v1.Refusal write(Refusal refusal) {
    hotline.v1.Refusal.Builder builder =
        hotline.v1.Refusal.newBuilder()
            .setGround(Enums.REFUSAL_GROUND.toProto(refusal.ground()))
            .setGuidance(refusal.guidance())
            .setAtMicros(Basics.micros(refusal.at()))
            .setBy(Basics.write(refusal.by()));
    if (refusal.withheld() != null) {
      builder.setWithheld(Enums.WITHHELD_CASE.toProto(refusal.withheld()));
    }
    if (refusal.earlier() != null) {
      builder.setEarlier(refusal.earlier());
    }
    return builder.build();
  }

  private static hotline.v1.EmergencyTransfer write(EmergencyTransfer transfer) {
    hotline.v1.EmergencyTransfer.Builder builder =
        hotline.v1.EmergencyTransfer.newBuilder()
            .setNumber(transfer.number())
            .setConnected(transfer.connected())
            .setAtMicros(Basics.micros(transfer.at()))
            .setBy(Basics.write(transfer.by()));
    if (transfer.note() != null) {
      builder.setNote(transfer.note());
    }
    return builder.build();
  }

  private static EmergencyTransfer read(hotline.v1.EmergencyTransfer transfer) {
    return new EmergencyTransfer(
        transfer.getNumber(),
        transfer.getConnected(),
        transfer.hasNote() ? transfer.getNote() : null,
        Basics.instant(transfer.getAtMicros()),
        Basics.read(transfer.getBy()));
  }

  private static Refusal read(hotline.v1.Refusal refusal) {
    return new Refusal(
        Enums.REFUSAL_GROUND.toDomain(refusal.getGround()),
        refusal.getGuidance(),
        Basics.instant(refusal.getAtMicros()),
        Basics.read(refusal.getBy()),
        refusal.getWithheld() == hotline.v1.WithheldCase.WITHHELD_CASE_UNSPECIFIED
            ? null
            : Enums.WITHHELD_CASE.toDomain(refusal.getWithheld()),
        refusal.hasEarlier() ? refusal.getEarlier() : null);
  }

  private static hotline.v1.Answer write(Answer answer) {
    hotline.v1.Answer.Builder builder =
        hotline.v1.Answer.newBuilder()
            .setContent(answer.content())
            .setAtMicros(Basics.micros(answer.at()))
            .setBy(Basics.write(answer.by()));
    if (answer.contacted() != null) {
      builder.setContactedUnit(Basics.write(answer.contacted()));
    }
    return builder.build();
  }

  private static Answer read(hotline.v1.Answer answer) {
    return new Answer(
        answer.getContent(),
        Basics.instant(answer.getAtMicros()),
        Basics.read(answer.getBy()),
        answer.hasContactedUnit() ? Basics.read(answer.getContactedUnit()) : null);
  }

  private static hotline.v1.Closure write(Closure closure) {
    hotline.v1.Closure.Builder builder =
        hotline.v1.Closure.newBuilder()
            .setKind(Enums.CLOSURE_KIND.toProto(closure.kind()))
            .setAtMicros(Basics.micros(closure.at()))
            .setBy(Basics.write(closure.by()));
    if (closure.note() != null) {
      builder.setNote(closure.note());
    }
    return builder.build();
  }

  private static Closure read(hotline.v1.Closure closure) {
    return new Closure(
        Enums.CLOSURE_KIND.toDomain(closure.getKind()),
        Basics.instant(closure.getAtMicros()),
        Basics.read(closure.getBy()),
        closure.hasNote() ? closure.getNote() : null);
  }

  static hotline.v1.FollowUps write(FollowUps followUps) {
    hotline.v1.FollowUps.Builder builder =
        hotline.v1.FollowUps.newBuilder().setRound(followUps.round());
    if (followUps.askedAt() != null) {
      builder.setAskedAtMicros(Basics.micros(followUps.askedAt()));
    }
    if (followUps.silentAt() != null) {
      builder.setSilentAt(Basics.write(followUps.silentAt()));
    }
    if (followUps.sentAt() != null) {
      builder.setSentAtMicros(Basics.micros(followUps.sentAt()));
    }
    followUps.all().forEach(rating -> builder.addAll(write(rating)));
    followUps.calls().forEach(call -> builder.addCalls(FollowUpForms.write(call)));
    followUps
        .screenings()
        .forEach(screening -> builder.addScreenings(FollowUpForms.write(screening)));
    followUps.panel().forEach(opinion -> builder.addPanel(FollowUpForms.write(opinion)));
    return builder.build();
  }

  static FollowUps read(hotline.v1.FollowUps followUps) {
    return new FollowUps(
        followUps.getRound(),
        followUps.hasAskedAtMicros() ? Basics.instant(followUps.getAskedAtMicros()) : null,
        followUps.hasSentAtMicros() ? Basics.instant(followUps.getSentAtMicros()) : null,
        followUps.hasSilentAt() ? Basics.read(followUps.getSilentAt()) : null,
        followUps.getAllList().stream().map(Outcomes::read).toList(),
        followUps.getCallsList().stream().map(FollowUpForms::read).toList(),
        followUps.getScreeningsList().stream().map(FollowUpForms::read).toList(),
        followUps.getPanelList().stream().map(FollowUpForms::read).toList());
  }

  private static hotline.v1.FollowUp write(FollowUp rating) {
    hotline.v1.FollowUp.Builder builder =
        hotline.v1.FollowUp.newBuilder()
            .setAtMicros(Basics.micros(rating.at()))
            .setBy(Basics.write(rating.by()))
            .setChannel(Enums.FOLLOW_UP_CHANNEL.toProto(rating.channel()))
            .setSatisfaction(Enums.SATISFACTION.toProto(rating.satisfaction()))
            .setSolved(rating.solved())
            .setSource(Enums.RATING_SOURCE.toProto(rating.source()))
            .setRound(rating.round());
    if (rating.comment() != null) {
      builder.setComment(rating.comment());
    }
    return builder.build();
  }

  private static FollowUp read(hotline.v1.FollowUp rating) {
    return new FollowUp(
        Basics.instant(rating.getAtMicros()),
        Basics.read(rating.getBy()),
        Enums.FOLLOW_UP_CHANNEL.toDomain(rating.getChannel()),
        Enums.SATISFACTION.toDomain(rating.getSatisfaction()),
        rating.getSolved(),
        Enums.RATING_SOURCE.toDomain(rating.getSource()),
        rating.getRound(),
        rating.hasComment() ? rating.getComment() : null);
  }
}
