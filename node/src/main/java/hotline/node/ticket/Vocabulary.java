package hotline.node.ticket;

import hotline.node.classification.AbuseGround;
import hotline.node.classification.AccountabilityGround;
import hotline.node.classification.Approver;
import hotline.node.classification.CallBackCause;
import hotline.node.classification.CallBackState;
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
import hotline.node.classification.Labelled;
import hotline.node.classification.MergeMode;
import hotline.node.classification.Merit;
import hotline.node.classification.NoticeKind;
import hotline.node.classification.NoticeState;
import hotline.node.classification.RatingSource;
import hotline.node.classification.RecordKind;
import hotline.node.classification.RedoGround;
import hotline.node.classification.RefusalGround;
import hotline.node.classification.RequestKind;
import hotline.node.classification.Role;
import hotline.node.classification.Satisfaction;
import hotline.node.classification.ScreeningGround;
import hotline.node.classification.SupervisionState;
import hotline.node.classification.SupervisionTool;
import hotline.node.classification.SupervisionTrigger;
import hotline.node.classification.UrgeKind;
import hotline.node.classification.Urgency;
import hotline.node.classification.WithheldCase;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every code list with its labels: the one place where programs that show them look them up. */
public final class Vocabulary {

  /** A value of a code list and what people call it. */
  public record Term(String value, String label) {}

  private static final Map<String, List<Term>> LISTS = lists();

  private Vocabulary() {}

  /** The code lists by name ({@code category}, {@code ticketState} …), each in its usual order. */
  public static Map<String, List<Term>> all() {
    return LISTS;
  }

  private static Map<String, List<Term>> lists() {
    Map<String, List<Term>> lists = new LinkedHashMap<>();
    lists.put("category", terms(Category.values()));
    lists.put("urgency", terms(Urgency.values()));
    lists.put("channel", terms(Channel.values()));
    lists.put("refusalGround", terms(RefusalGround.values()));
    lists.put("ticketState", terms(TicketState.values()));
    lists.put("assignmentState", terms(AssignmentState.values()));
    lists.put("orderState", terms(OrderState.values()));
    lists.put("delivery", terms(Delivery.values()));
    lists.put("handlingRole", terms(HandlingRole.values()));
    lists.put("satisfaction", terms(Satisfaction.values()));
    lists.put("followUpChannel", terms(FollowUpChannel.values()));
    lists.put("ratingSource", terms(RatingSource.values()));
    lists.put("redoGround", terms(RedoGround.values()));
    lists.put("urgeKind", terms(UrgeKind.values()));
    lists.put("requestKind", terms(RequestKind.values()));
    lists.put("approver", terms(Approver.values()));
    lists.put("contactWay", terms(ContactWay.values()));
    lists.put("contactResult", terms(ContactResult.values()));
    lists.put("closureKind", terms(ClosureKind.values()));
    lists.put("recordKind", terms(RecordKind.values()));
    lists.put("eventType", terms(EventType.values()));
    lists.put("screeningGround", terms(ScreeningGround.values()));
    lists.put("noticeKind", terms(NoticeKind.values()));
    lists.put("noticeState", terms(NoticeState.values()));
    lists.put("supervisionTool", terms(SupervisionTool.values()));
    lists.put("supervisionTrigger", terms(SupervisionTrigger.values()));
    lists.put("supervisionState", terms(SupervisionState.values()));
    lists.put("accountabilityGround", terms(AccountabilityGround.values()));
    lists.put("ticketAction", terms(TicketAction.values()));
    lists.put("assignmentAction", terms(AssignmentAction.values()));
    lists.put("withheldCase", terms(WithheldCase.values()));
    lists.put("merit", terms(Merit.values()));
    lists.put("mergeMode", terms(MergeMode.values()));
    lists.put("callHandling", terms(CallHandling.values()));
    lists.put("callTarget", terms(CallTarget.values()));
    lists.put("callBackCause", terms(CallBackCause.values()));
    lists.put("callBackState", terms(CallBackState.values()));
    lists.put("abuseGround", terms(AbuseGround.values()));
    lists.put("handOverBody", terms(HandOverBody.values()));
    lists.put("role", terms(Role.values()));
    return Collections.unmodifiableMap(lists);
  }

  private static List<Term> terms(Labelled[] values) {
    return Arrays.stream(values)
        .filter(Labelled::known)
        .map(value -> new Term(value.name(), value.label()))
        .toList();
  }
}
