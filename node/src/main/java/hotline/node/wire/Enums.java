package hotline.node.wire;

import hotline.node.classification.AbuseGround;
import hotline.node.classification.AccountabilityGround;
import hotline.node.classification.Approver;
import hotline.node.classification.ArchiveKind;
import hotline.node.classification.AttachmentAbout;
import hotline.node.classification.CallBackCause;
import hotline.node.classification.CallBackState;
import hotline.node.classification.CallDirection;
import hotline.node.classification.CallHandling;
import hotline.node.classification.CallTarget;
import hotline.node.classification.Category;
import hotline.node.classification.Channel;
import hotline.node.classification.ClosureKind;
import hotline.node.classification.ContactResult;
import hotline.node.classification.ContactWay;
import hotline.node.classification.FollowUpChannel;
import hotline.node.classification.HandOverBody;
import hotline.node.classification.HandlingRole;
import hotline.node.classification.MergeMode;
import hotline.node.classification.Merit;
import hotline.node.classification.RatingSource;
import hotline.node.classification.RecordKind;
import hotline.node.classification.RedoGround;
import hotline.node.classification.RefusalGround;
import hotline.node.classification.RequestKind;
import hotline.node.classification.Satisfaction;
import hotline.node.classification.ScreeningGround;
import hotline.node.classification.SupervisionState;
import hotline.node.classification.SupervisionTool;
import hotline.node.classification.SupervisionTrigger;
import hotline.node.classification.UrgeKind;
import hotline.node.classification.Urgency;
import hotline.node.classification.WithheldCase;
import hotline.node.ticket.Actor;
import hotline.node.ticket.AssignmentState;
import hotline.node.ticket.Delivery;
import hotline.node.ticket.EventType;
import hotline.node.ticket.OrderState;
import hotline.node.ticket.TicketState;
import java.util.Arrays;

/** Every code list that travels. */
final class Enums {

  static final EnumWire<Category, hotline.v1.Category> CATEGORY =
      new EnumWire<>(Category.values(), hotline.v1.Category.values(), Category.UNKNOWN);
  static final EnumWire<Urgency, hotline.v1.Urgency> URGENCY =
      new EnumWire<>(Urgency.values(), hotline.v1.Urgency.values(), Urgency.UNKNOWN);
  static final EnumWire<Channel, hotline.v1.Channel> CHANNEL =
      new EnumWire<>(Channel.values(), hotline.v1.Channel.values(), Channel.UNKNOWN);
  static final EnumWire<RefusalGround, hotline.v1.RefusalGround> REFUSAL_GROUND =
      new EnumWire<>(
          RefusalGround.values(), hotline.v1.RefusalGround.values(), RefusalGround.UNKNOWN);
  static final EnumWire<Satisfaction, hotline.v1.Satisfaction> SATISFACTION =
      new EnumWire<>(Satisfaction.values(), hotline.v1.Satisfaction.values(), Satisfaction.UNKNOWN);
  static final EnumWire<FollowUpChannel, hotline.v1.FollowUpChannel> FOLLOW_UP_CHANNEL =
      new EnumWire<>(
          FollowUpChannel.values(), hotline.v1.FollowUpChannel.values(), FollowUpChannel.UNKNOWN);
  static final EnumWire<RatingSource, hotline.v1.RatingSource> RATING_SOURCE =
      new EnumWire<>(RatingSource.values(), hotline.v1.RatingSource.values(), RatingSource.UNKNOWN);
  static final EnumWire<HandlingRole, hotline.v1.HandlingRole> HANDLING_ROLE =
      new EnumWire<>(HandlingRole.values(), hotline.v1.HandlingRole.values(), HandlingRole.UNKNOWN);
  static final EnumWire<RedoGround, hotline.v1.RedoGround> REDO_GROUND =
      new EnumWire<>(RedoGround.values(), hotline.v1.RedoGround.values(), RedoGround.UNKNOWN);
  static final EnumWire<UrgeKind, hotline.v1.UrgeKind> URGE_KIND =
      new EnumWire<>(UrgeKind.values(), hotline.v1.UrgeKind.values(), UrgeKind.UNKNOWN);
  static final EnumWire<ClosureKind, hotline.v1.ClosureKind> CLOSURE_KIND =
      new EnumWire<>(ClosureKind.values(), hotline.v1.ClosureKind.values(), ClosureKind.UNKNOWN);
  static final EnumWire<RequestKind, hotline.v1.RequestKind> REQUEST_KIND =
      new EnumWire<>(RequestKind.values(), hotline.v1.RequestKind.values(), RequestKind.UNKNOWN);
  static final EnumWire<Approver, hotline.v1.Approver> APPROVER =
      new EnumWire<>(Approver.values(), hotline.v1.Approver.values(), Approver.UNKNOWN);
  static final EnumWire<ContactWay, hotline.v1.ContactWay> CONTACT_WAY =
      new EnumWire<>(ContactWay.values(), hotline.v1.ContactWay.values(), ContactWay.UNKNOWN);
  static final EnumWire<ContactResult, hotline.v1.ContactResult> CONTACT_RESULT =
      new EnumWire<>(
          ContactResult.values(), hotline.v1.ContactResult.values(), ContactResult.UNKNOWN);
  static final EnumWire<RecordKind, hotline.v1.RecordKind> RECORD_KIND =
      new EnumWire<>(RecordKind.values(), hotline.v1.RecordKind.values(), RecordKind.UNKNOWN);
  static final EnumWire<TicketState, hotline.v1.TicketState> TICKET_STATE =
      new EnumWire<>(TicketState.values(), hotline.v1.TicketState.values(), TicketState.UNKNOWN);
  static final EnumWire<AssignmentState, hotline.v1.AssignmentState> ASSIGNMENT_STATE =
      new EnumWire<>(
          AssignmentState.values(), hotline.v1.AssignmentState.values(), AssignmentState.UNKNOWN);
  static final EnumWire<OrderState, hotline.v1.OrderState> ORDER_STATE =
      new EnumWire<>(OrderState.values(), hotline.v1.OrderState.values(), OrderState.UNKNOWN);
  static final EnumWire<Delivery, hotline.v1.Delivery> DELIVERY =
      new EnumWire<>(Delivery.values(), hotline.v1.Delivery.values(), Delivery.UNKNOWN);
  static final EnumWire<EventType, hotline.v1.EventType> EVENT_TYPE =
      new EnumWire<>(EventType.values(), hotline.v1.EventType.values(), EventType.UNKNOWN);
  static final EnumWire<EntityType, hotline.v1.EntityType> ENTITY_TYPE =
      new EnumWire<>(EntityType.values(), hotline.v1.EntityType.values(), EntityType.UNKNOWN);
  static final EnumWire<ScreeningGround, hotline.v1.ScreeningGround> SCREENING_GROUND =
      new EnumWire<>(
          ScreeningGround.values(), hotline.v1.ScreeningGround.values(), ScreeningGround.UNKNOWN);
  static final EnumWire<Actor.Kind, hotline.v1.Actor.Kind> ACTOR_KIND =
      new EnumWire<>(Actor.Kind.values(), hotline.v1.Actor.Kind.values(), Actor.Kind.UNKNOWN);

  static final EnumWire<MergeMode, hotline.v1.MergeMode> MERGE_MODE =
      new EnumWire<>(MergeMode.values(), hotline.v1.MergeMode.values(), MergeMode.UNKNOWN);
  static final EnumWire<CallDirection, hotline.v1.Call.Direction> CALL_DIRECTION =
      new EnumWire<>(
          CallDirection.values(), hotline.v1.Call.Direction.values(), CallDirection.UNKNOWN);
  static final EnumWire<CallHandling, hotline.v1.Call.Handling> CALL_HANDLING =
      new EnumWire<>(
          CallHandling.values(), hotline.v1.Call.Handling.values(), CallHandling.UNKNOWN);
  static final EnumWire<CallTarget, hotline.v1.Call.TargetKind> CALL_TARGET =
      new EnumWire<>(CallTarget.values(), hotline.v1.Call.TargetKind.values(), CallTarget.UNKNOWN);
  static final EnumWire<CallBackCause, hotline.v1.CallBack.Cause> CALL_BACK_CAUSE =
      new EnumWire<>(
          CallBackCause.values(), hotline.v1.CallBack.Cause.values(), CallBackCause.UNKNOWN);
  static final EnumWire<CallBackState, hotline.v1.CallBack.State> CALL_BACK_STATE =
      new EnumWire<>(
          CallBackState.values(), hotline.v1.CallBack.State.values(), CallBackState.UNKNOWN);
  static final EnumWire<AbuseGround, hotline.v1.AbuseCase.Ground> ABUSE_GROUND =
      new EnumWire<>(
          AbuseGround.values(), hotline.v1.AbuseCase.Ground.values(), AbuseGround.UNKNOWN);
  static final EnumWire<HandOverBody, hotline.v1.AbuseCase.Body> HAND_OVER_BODY =
      new EnumWire<>(
          HandOverBody.values(), hotline.v1.AbuseCase.Body.values(), HandOverBody.UNKNOWN);

  static final EnumWire<WithheldCase, hotline.v1.WithheldCase> WITHHELD_CASE =
      new EnumWire<>(WithheldCase.values(), hotline.v1.WithheldCase.values(), WithheldCase.UNKNOWN);
  static final EnumWire<Merit, hotline.v1.Merit> MERIT =
      new EnumWire<>(Merit.values(), hotline.v1.Merit.values(), Merit.UNKNOWN);
  static final EnumWire<SupervisionTool, hotline.v1.Supervision.Tool> SUPERVISION_TOOL =
      new EnumWire<>(
          SupervisionTool.values(), hotline.v1.Supervision.Tool.values(), SupervisionTool.UNKNOWN);
  static final EnumWire<SupervisionState, hotline.v1.Supervision.State> SUPERVISION_STATE =
      new EnumWire<>(
          SupervisionState.values(),
          hotline.v1.Supervision.State.values(),
          SupervisionState.UNKNOWN);
  static final EnumWire<AccountabilityGround, hotline.v1.Supervision.Ground> ACCOUNTABILITY_GROUND =
      new EnumWire<>(
          AccountabilityGround.values(),
          hotline.v1.Supervision.Ground.values(),
          AccountabilityGround.UNKNOWN);
  static final EnumWire<ArchiveKind, hotline.v1.ArchiveFile.Kind> ARCHIVE_KIND =
      new EnumWire<>(
          ArchiveKind.values(), hotline.v1.ArchiveFile.Kind.values(), ArchiveKind.UNKNOWN);

  static final EnumWire<AttachmentAbout, hotline.v1.Attachment.About> ATTACHMENT_ABOUT =
      new EnumWire<>(
          AttachmentAbout.values(), hotline.v1.Attachment.About.values(), AttachmentAbout.UNKNOWN);

  private Enums() {}

  /** Triggers travel by name: more may be thought of. */
  static SupervisionTrigger trigger(String name) {
    return Arrays.stream(SupervisionTrigger.values())
        .filter(trigger -> trigger.name().equals(name))
        .findFirst()
        .orElse(SupervisionTrigger.UNKNOWN);
  }
}
