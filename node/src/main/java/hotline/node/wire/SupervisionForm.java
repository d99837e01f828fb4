package hotline.node.wire;

import com.google.protobuf.InvalidProtocolBufferException;
import hotline.node.supervision.About;
import hotline.node.supervision.Accountability;
import hotline.node.supervision.Course;
import hotline.node.supervision.Demand;
import hotline.node.supervision.Explanation;
import hotline.node.supervision.Remark;
import hotline.node.supervision.Session;
import hotline.node.supervision.Supervision;
import hotline.node.supervision.SupervisionId;
import hotline.node.ticket.AssignmentId;
import hotline.node.ticket.PersonalData;
import hotline.node.ticket.TicketId;

/** Supervisions as bytes; they hold no personal data of citizens. */
final class SupervisionForm extends EntityForm<Supervision> {

  SupervisionForm() {
    super(EntityType.SUPERVISION);
  }

  @Override
  public Keys keys(Supervision supervision) {
    return new Keys(
        supervision.owner().codeText(),
        supervision.course().state().name(),
        supervision.about().ticket(),
        supervision.about().target().codeText(),
        supervision.issuedAt(),
        supervision.due() == null ? null : supervision.due().at());
  }

  @Override
  public PersonalData personal(Supervision supervision) {
    return PersonalData.NONE;
  }

  @Override
  public EntityImage image(Supervision supervision) {
    About about = supervision.about();
    Demand demand = supervision.demand();
    Course course = supervision.course();
    hotline.v1.Supervision.Builder builder =
        hotline.v1.Supervision.newBuilder()
            .setId(supervision.id().toString())
            .setVersion(supervision.version())
            .setOwner(Basics.write(supervision.owner()))
            .setTarget(Basics.write(about.target()))
            .setTool(Enums.SUPERVISION_TOOL.toProto(demand.tool()))
            .setTrigger(demand.trigger().name())
            .setDemand(demand.text())
            .addAllJointBodies(demand.jointBodies())
            .setIssuedAtMicros(Basics.micros(supervision.issuedAt()))
            .setBy(Basics.write(supervision.by()))
            .setState(Enums.SUPERVISION_STATE.toProto(course.state()));
    if (about.ticket() != null) {
      builder.setTicketId(about.ticket().toString());
    }
    if (about.assignment() != null) {
      builder.setAssignmentId(about.assignment().toString());
    }
    if (supervision.due() != null) {
      builder.setDue(Basics.write(supervision.due()));
    }
    course.explanations().forEach(explanation -> builder.addExplanations(write(explanation)));
    course.sessions().forEach(session -> builder.addSessions(write(session)));
    course.accountabilities().forEach(one -> builder.addAccountabilities(write(one)));
    if (course.escalated() != null) {
      builder.setEscalated(write(course.escalated()));
    }
    if (course.ended() != null) {
      builder.setEnded(write(course.ended()));
    }
    return new EntityImage(
        EntityType.SUPERVISION,
        builder.getId(),
        supervision.version(),
        builder.build().toByteArray());
  }

  @Override
  Supervision parse(byte[] image, PersonalData personal) throws InvalidProtocolBufferException {
    hotline.v1.Supervision s = hotline.v1.Supervision.parseFrom(image);
    return new Supervision(
        SupervisionId.parse(s.getId()),
        s.getVersion(),
        Basics.read(s.getOwner()),
        new About(
            Basics.read(s.getTarget()),
            s.hasTicketId() ? TicketId.parse(s.getTicketId()) : null,
            s.hasAssignmentId() ? AssignmentId.parse(s.getAssignmentId()) : null),
        new Demand(
            Enums.SUPERVISION_TOOL.toDomain(s.getTool()),
            Enums.trigger(s.getTrigger()),
            s.getDemand(),
            s.getJointBodiesList()),
        Basics.instant(s.getIssuedAtMicros()),
        Basics.read(s.getBy()),
        s.hasDue() ? Basics.read(s.getDue()) : null,
        new Course(
            Enums.SUPERVISION_STATE.toDomain(s.getState()),
            s.getExplanationsList().stream().map(SupervisionForm::read).toList(),
            s.getSessionsList().stream().map(SupervisionForm::read).toList(),
            s.getAccountabilitiesList().stream().map(SupervisionForm::read).toList(),
            s.hasEscalated() ? read(s.getEscalated()) : null,
            s.hasEnded() ? read(s.getEnded()) : null));
  }

  private static hotline.v1.Supervision.Explanation write(Explanation explanation) {
    hotline.v1.Supervision.Explanation.Builder builder =
        hotline.v1.Supervision.Explanation.newBuilder()
            .setText(explanation.text())
            .setAtMicros(Basics.micros(explanation.at()))
            .setBy(Basics.write(explanation.by()))
            .setLate(explanation.late());
    if (explanation.verdict() != null) {
      builder.setVerdict(Handlings.write(explanation.verdict()));
    }
    return builder.build();
  }

  private static Explanation read(hotline.v1.Supervision.Explanation explanation) {
    return new Explanation(
        explanation.getText(),
        Basics.instant(explanation.getAtMicros()),
        Basics.read(explanation.getBy()),
        explanation.getLate(),
        explanation.hasVerdict() ? Handlings.read(explanation.getVerdict()) : null);
  }

  private static hotline.v1.Supervision.Session write(Session session) {
    return hotline.v1.Supervision.Session.newBuilder()
        .setAtMicros(Basics.micros(session.at()))
        .setBy(Basics.write(session.by()))
        .setParticipants(session.participants())
        .setConclusion(session.conclusion())
        .build();
  }

  private static Session read(hotline.v1.Supervision.Session session) {
    return new Session(
        Basics.instant(session.getAtMicros()),
        Basics.read(session.getBy()),
        session.getParticipants(),
        session.getConclusion());
  }

  private static hotline.v1.Supervision.Accountability write(Accountability one) {
    return hotline.v1.Supervision.Accountability.newBuilder()
        .setGround(Enums.ACCOUNTABILITY_GROUND.toProto(one.ground()))
        .setPerson(one.person())
        .setFinding(one.finding())
        .setMeasure(one.measure())
        .setAtMicros(Basics.micros(one.at()))
        .setBy(Basics.write(one.by()))
        .build();
  }

  private static Accountability read(hotline.v1.Supervision.Accountability one) {
    return new Accountability(
        Enums.ACCOUNTABILITY_GROUND.toDomain(one.getGround()),
        one.getPerson(),
        one.getFinding(),
        one.getMeasure(),
        Basics.instant(one.getAtMicros()),
        Basics.read(one.getBy()));
  }

  private static hotline.v1.Supervision.Remark write(Remark remark) {
    return hotline.v1.Supervision.Remark.newBuilder()
        .setText(remark.text())
        .setAtMicros(Basics.micros(remark.at()))
        .setBy(Basics.write(remark.by()))
        .build();
  }

  private static Remark read(hotline.v1.Supervision.Remark remark) {
    return new Remark(
        remark.getText(), Basics.instant(remark.getAtMicros()), Basics.read(remark.getBy()));
  }
}
