package hotline.node.wire;

import hotline.node.ticket.AssignmentId;
import hotline.node.ticket.Briefing;
import hotline.node.ticket.CoOpinion;
import hotline.node.ticket.JointMeeting;
import hotline.node.ticket.Merge;
import hotline.node.ticket.Orders;
import hotline.node.ticket.Teamwork;
import java.util.List;

/** How pieces of work stand to each other, and what goes with an order. */
final class Teams {

  private Teams() {}

  static hotline.v1.Teamwork write(Teamwork team) {
    hotline.v1.Teamwork.Builder builder = hotline.v1.Teamwork.newBuilder();
    team.opinions().forEach(opinion -> builder.addOpinions(write(opinion)));
    team.merged().forEach(id -> builder.addMerged(id.toString()));
    Merge merge = team.merge();
    if (merge != null) {
      builder.setMerge(
          hotline.v1.Merge.newBuilder()
              .setInto(merge.into().toString())
              .setAtMicros(Basics.micros(merge.at()))
              .setBy(Basics.write(merge.by())));
    }
    return builder.build();
  }

  static Teamwork read(hotline.v1.Teamwork team) {
    return new Teamwork(
        team.getOpinionsList().stream().map(Teams::read).toList(),
        team.hasMerge()
            ? new Merge(
                AssignmentId.parse(team.getMerge().getInto()),
                Basics.instant(team.getMerge().getAtMicros()),
                Basics.read(team.getMerge().getBy()))
            : null,
        team.getMergedList().stream().map(AssignmentId::parse).toList());
  }

  static hotline.v1.CoOpinion write(CoOpinion opinion) {
    hotline.v1.CoOpinion.Builder builder =
        hotline.v1.CoOpinion.newBuilder()
            .setAssignmentId(opinion.assignment().toString())
            .setAssignee(opinion.assignee());
    if (opinion.text() != null) {
      builder.setText(opinion.text());
    }
    return builder.build();
  }

  static CoOpinion read(hotline.v1.CoOpinion opinion) {
    return new CoOpinion(
        AssignmentId.parse(opinion.getAssignmentId()),
        opinion.getAssignee(),
        opinion.hasText() ? opinion.getText() : null);
  }

  static List<hotline.v1.JointMeeting> meetings(Orders orders) {
    return orders.meetings().stream().map(Teams::write).toList();
  }

  private static hotline.v1.JointMeeting write(JointMeeting meeting) {
    hotline.v1.JointMeeting.Builder builder =
        hotline.v1.JointMeeting.newBuilder()
            .setReason(meeting.reason())
            .addAllParticipants(meeting.participants())
            .setConvenedAtMicros(Basics.micros(meeting.convenedAt()))
            .setBy(Basics.write(meeting.by()));
    JointMeeting.Designation decided = meeting.decided();
    if (decided != null) {
      builder.setDecided(
          hotline.v1.JointMeeting.Designation.newBuilder()
              .setOutcome(decided.outcome())
              .setAtMicros(Basics.micros(decided.at()))
              .setBy(Basics.write(decided.by())));
    }
    return builder.build();
  }

  static JointMeeting read(hotline.v1.JointMeeting meeting) {
    return new JointMeeting(
        meeting.getReason(),
        meeting.getParticipantsList(),
        Basics.instant(meeting.getConvenedAtMicros()),
        Basics.read(meeting.getBy()),
        meeting.hasDecided()
            ? new JointMeeting.Designation(
                meeting.getDecided().getOutcome(),
                Basics.instant(meeting.getDecided().getAtMicros()),
                Basics.read(meeting.getDecided().getBy()))
            : null);
  }

  static hotline.v1.Briefing write(Briefing briefing) {
    hotline.v1.Briefing.Builder builder = hotline.v1.Briefing.newBuilder();
    if (briefing.supervisor() != null) {
      builder.setSupervisor(Basics.write(briefing.supervisor()));
    }
    if (briefing.designation() != null) {
      builder.setDesignation(briefing.designation());
    }
    if (briefing.phoned() != null) {
      builder.setPhoned(briefing.phoned());
    }
    return builder.build();
  }

  static Briefing read(hotline.v1.Briefing briefing) {
    return new Briefing(
        briefing.hasSupervisor() ? Basics.read(briefing.getSupervisor()) : null,
        briefing.hasDesignation() ? briefing.getDesignation() : null,
        briefing.hasPhoned() ? briefing.getPhoned() : null);
  }
}
