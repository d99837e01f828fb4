package hotline.node.wire;

import hotline.node.ticket.FollowUpCall;
import hotline.node.ticket.PanelOpinion;
import hotline.node.ticket.Screening;

/** What is done about ratings that do not pass. */
final class FollowUpForms {

  private FollowUpForms() {}

  static hotline.v1.FollowUpCall write(FollowUpCall call) {
    return hotline.v1.FollowUpCall.newBuilder()
        .setRound(call.round())
        .setAtMicros(Basics.micros(call.at()))
        .setBy(Basics.write(call.by()))
        .setReached(call.reached())
        .setNote(call.note())
        .build();
  }

  static FollowUpCall read(hotline.v1.FollowUpCall call) {
    return new FollowUpCall(
        call.getRound(),
        Basics.instant(call.getAtMicros()),
        Basics.read(call.getBy()),
        call.getReached(),
        call.getNote());
  }

  static hotline.v1.Screening write(Screening screening) {
    hotline.v1.Screening.Builder builder =
        hotline.v1.Screening.newBuilder()
            .setRound(screening.round())
            .setGround(Enums.SCREENING_GROUND.toProto(screening.ground()))
            .setReason(screening.reason())
            .setAtMicros(Basics.micros(screening.at()))
            .setBy(Basics.write(screening.by()));
    if (screening.verdict() != null) {
      builder.setVerdict(Handlings.write(screening.verdict()));
    }
    return builder.build();
  }

  static Screening read(hotline.v1.Screening screening) {
    return new Screening(
        screening.getRound(),
        Enums.SCREENING_GROUND.toDomain(screening.getGround()),
        screening.getReason(),
        Basics.instant(screening.getAtMicros()),
        Basics.read(screening.getBy()),
        screening.hasVerdict() ? Handlings.read(screening.getVerdict()) : null);
  }

  static hotline.v1.PanelOpinion write(PanelOpinion opinion) {
    return hotline.v1.PanelOpinion.newBuilder()
        .setRound(opinion.round())
        .setUnitAtFault(opinion.unitAtFault())
        .setOpinion(opinion.opinion())
        .setAtMicros(Basics.micros(opinion.at()))
        .setBy(Basics.write(opinion.by()))
        .build();
  }

  static PanelOpinion read(hotline.v1.PanelOpinion opinion) {
    return new PanelOpinion(
        opinion.getRound(),
        opinion.getUnitAtFault(),
        opinion.getOpinion(),
        Basics.instant(opinion.getAtMicros()),
        Basics.read(opinion.getBy()));
  }
}
