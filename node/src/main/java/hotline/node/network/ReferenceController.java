package hotline.node.network;

import hotline.node.NodeSettings;
import hotline.node.OwnIdentity;
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
import hotline.node.classification.Domain;
import hotline.node.classification.FollowUpChannel;
import hotline.node.classification.HandOverBody;
import hotline.node.classification.HandlingRole;
import hotline.node.classification.HandoverState;
import hotline.node.classification.Labelled;
import hotline.node.classification.MergeMode;
import hotline.node.classification.Merit;
import hotline.node.classification.NodeKind;
import hotline.node.classification.NoticeKind;
import hotline.node.classification.NoticeState;
import hotline.node.classification.RatingSource;
import hotline.node.classification.RedoGround;
import hotline.node.classification.RefusalGround;
import hotline.node.classification.RequestKind;
import hotline.node.classification.Role;
import hotline.node.classification.Satisfaction;
import hotline.node.classification.ScreeningGround;
import hotline.node.classification.SupervisionState;
import hotline.node.classification.SupervisionTool;
import hotline.node.classification.SupervisionTrigger;
import hotline.node.classification.Urgency;
import hotline.node.classification.WithheldCase;
import hotline.node.reference.HandlingUnit;
import hotline.node.reference.Initials;
import hotline.node.reference.Matter;
import hotline.node.reference.Neighbours;
import hotline.node.reference.ReferenceData;
import hotline.node.store.NodeProfileStore;
import hotline.node.store.NodeProfileStore.NodeProfile;
import hotline.node.ticket.AssignmentAction;
import hotline.node.ticket.AssignmentState;
import hotline.node.ticket.Delivery;
import hotline.node.ticket.NodeRef;
import hotline.node.ticket.OrderState;
import hotline.node.ticket.TicketAction;
import hotline.node.ticket.TicketState;
import hotline.node.view.Named;
import hotline.sync.Transactions;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What forms and filters offer. */
@Controller("/api/reference")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "reference")
class ReferenceController {

  private final NodeSettings settings;
  private final ReferenceData reference;
  private final Neighbours neighbours;
  private final OwnIdentity identity;
  private final NodeProfileStore profiles;
  private final Transactions transactions;
  private final Initials initials;

  ReferenceController(
      NodeSettings settings,
      ReferenceData reference,
      Neighbours neighbours,
      OwnIdentity identity,
      NodeProfileStore profiles,
      Transactions transactions,
      Initials initials) {
    this.initials = initials;
    this.identity = identity;
    this.profiles = profiles;
    this.transactions = transactions;
    this.settings = settings;
    this.reference = reference;
    this.neighbours = neighbours;
  }

  @Get
  Reference all() {
    Map<String, NodeProfile> known = transactions.call(profiles::all);
    return new Reference(
        new NodeEntry(
            settings.getCode(),
            settings.getName(),
            settings.getTier().name(),
            identity.shortName(),
            identity.kind(),
            List.of(),
            initials.of(identity.shortName())),
        neighbours.parent().map(Named::of).orElse(null),
        neighbours.children().stream()
            .map(child -> child(child, known.get(child.codeText())))
            .toList(),
        reference.units().stream().map(this::unit).toList(),
        reference.matters().stream().map(this::matter).toList(),
        reference.regions().entrySet().stream()
            .map(
                region ->
                    new RegionEntry(
                        region.getKey(), region.getValue(), initials.of(region.getValue())))
            .toList(),
        enums());
  }

  private NodeEntry child(NodeRef child, @Nullable NodeProfile profile) {
    String tier = neighbours.tierOf(child.code());
    return profile == null
        ? new NodeEntry(
            child.codeText(),
            child.name(),
            tier,
            child.name(),
            null,
            List.of(),
            initials.of(child.name()))
        : new NodeEntry(
            child.codeText(),
            child.name(),
            tier,
            profile.shortName(),
            profile.kind(),
            profile.managers(),
            initials.of(profile.shortName()));
  }

  private UnitEntry unit(HandlingUnit unit) {
    return new UnitEntry(
        unit.code(), unit.name(), unit.parent().orElse(null), initials.of(unit.name()));
  }

  private MatterEntry matter(Matter matter) {
    return new MatterEntry(
        matter.code(),
        matter.name(),
        matter.path(),
        matter.domain(),
        initials.of(matter.name()),
        reference
            .suggestedFor(matter)
            .map(unit -> new AssigneeEntry("UNIT", unit.code(), unit.name()))
            .orElse(null));
  }

  private static Map<String, List<Value>> enums() {
    Map<String, List<Value>> enums = new LinkedHashMap<>();
    enums.put("category", values(Category.values()));
    enums.put("domain", values(Domain.values()));
    enums.put("urgency", values(Urgency.values()));
    enums.put("channel", values(Channel.values()));
    enums.put("refusalGround", values(RefusalGround.values()));
    enums.put("ticketState", values(TicketState.values()));
    enums.put("assignmentState", values(AssignmentState.values()));
    enums.put("orderState", values(OrderState.values()));
    enums.put("delivery", values(Delivery.values()));
    enums.put("handlingRole", values(HandlingRole.values()));
    enums.put("satisfaction", values(Satisfaction.values()));
    enums.put("followUpChannel", values(FollowUpChannel.values()));
    enums.put("ratingSource", values(RatingSource.values()));
    enums.put("redoGround", values(RedoGround.values()));
    enums.put("contactWay", values(ContactWay.values()));
    enums.put("contactResult", values(ContactResult.values()));
    enums.put("requestKind", values(RequestKind.values()));
    enums.put("approver", values(Approver.values()));
    enums.put("closureKind", values(ClosureKind.values()));
    enums.put("screeningGround", values(ScreeningGround.values()));
    enums.put("noticeKind", values(NoticeKind.values()));
    enums.put("noticeState", values(NoticeState.values()));
    enums.put("supervisionTool", values(SupervisionTool.values()));
    enums.put("supervisionTrigger", values(SupervisionTrigger.values()));
    enums.put("supervisionState", values(SupervisionState.values()));
    enums.put("accountabilityGround", values(AccountabilityGround.values()));
    enums.put("ticketAction", values(TicketAction.values()));
    enums.put("assignmentAction", values(AssignmentAction.values()));
    enums.put("withheldCase", values(WithheldCase.values()));
    enums.put("merit", values(Merit.values()));
    enums.put("mergeMode", values(MergeMode.values()));
    enums.put("callHandling", values(CallHandling.values()));
    enums.put("callTarget", values(CallTarget.values()));
    enums.put("callBackCause", values(CallBackCause.values()));
    enums.put("callBackState", values(CallBackState.values()));
    enums.put("abuseGround", values(AbuseGround.values()));
    enums.put("handOverBody", values(HandOverBody.values()));
    enums.put("handoverState", values(HandoverState.values()));
    enums.put("nodeKind", values(NodeKind.values()));
    enums.put("role", values(Role.values()));
    return enums;
  }

  private static List<Value> values(Labelled[] constants) {
    return Arrays.stream(constants)
        .filter(Labelled::known)
        .map(constant -> new Value(constant.name(), constant.label()))
        .toList();
  }

  /** Where an entry has {@code initials}, they are those of its name's pinyin, for pickers. */
  @Serdeable
  record Reference(
      NodeEntry node,
      @Nullable Named parent,
      List<NodeEntry> children,
      List<UnitEntry> units,
      List<MatterEntry> matters,
      List<RegionEntry> regions,
      Map<String, List<Value>> enums) {}

  @Serdeable
  record NodeEntry(
      String code,
      String name,
      @Nullable String tier,
      String shortName,
      @Nullable NodeKind kind,
      List<String> managers,
      String initials) {}

  @Serdeable
  record UnitEntry(String code, String name, @Nullable String parent, String initials) {}

  @Serdeable
  record RegionEntry(String code, String name, String initials) {}

  @Serdeable
  record MatterEntry(
      String code,
      String name,
      String path,
      Domain domain,
      String initials,
      @Nullable AssigneeEntry suggestedAssignee) {}

  @Serdeable
  record AssigneeEntry(String kind, String code, String name) {}

  @Serdeable
  record Value(String value, String label) {}
}
