package hotline.node.network;

import hotline.node.OwnIdentity;
import hotline.node.Tier;
import hotline.node.access.Permissions;
import hotline.node.access.SignedInUser;
import hotline.node.classification.NodeKind;
import hotline.node.classification.Role;
import hotline.node.entity.Checks;
import hotline.node.error.ErrorCode;
import hotline.node.error.RefusedException;
import hotline.node.export.ExportFormat;
import hotline.node.export.Exports;
import hotline.node.federation.KnownNodes;
import hotline.node.policy.NameRule;
import hotline.node.policy.OrganisationRules;
import hotline.node.store.AuditStore;
import hotline.node.store.NodeProfileStore;
import hotline.node.store.NodeProfileStore.NodeProfile;
import hotline.node.store.NodeStore.KnownNode;
import hotline.node.view.Times;
import hotline.node.work.Rules;
import hotline.sync.NodeCode;
import hotline.sync.Transactions;
import hotline.sync.link.NodeLink;
import hotline.sync.trust.Child;
import hotline.sync.trust.EnrolmentToken;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where an administrator lets child nodes in, and out again. */
@Controller("/api/enrolments")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "network")
class EnrolmentController {

  private static final Duration VALIDITY = Duration.ofHours(24);

  private final NodeLink link;
  private final KnownNodes nodes;
  private final NodeProfileStore profiles;
  private final Rules rules;
  private final Exports exports;
  private final AuditStore audit;
  private final Transactions transactions;
  private final Clock clock;

  EnrolmentController(
      NodeLink link,
      KnownNodes nodes,
      NodeProfileStore profiles,
      Rules rules,
      Exports exports,
      AuditStore audit,
      Transactions transactions,
      Clock clock) {
    this.link = link;
    this.nodes = nodes;
    this.profiles = profiles;
    this.rules = rules;
    this.exports = exports;
    this.audit = audit;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Makes a one-time token for a child; shown once, only its hash is kept. The child is called as
   * this node's policy says (TOP-17), and has its managing bodies where the policy wants two
   * (TOP-13).
   */
  @Post
  TokenView create(SignedInUser user, @Valid @Body EnrolmentRequest request) {
    Permissions.require(user, EnumSet.of(Role.ADMIN), "登记下级节点");
    NodeCode child = NodeCode.of(request.code());
    NodeProfile profile = profile(child, request);
    OffsetDateTime expiresAt = Times.local(clock.instant().plus(VALIDITY));
    EnrolmentToken token;
    try {
      token = link.desk().createToken(child, request.name(), VALIDITY);
    } catch (IllegalArgumentException e) {
      throw new RefusedException(ErrorCode.INVALID_INPUT, "节点“" + child + "”不能登记为下级：它是本节点或本节点的上级");
    }
    transactions.<RuntimeException>run(
        tx -> {
          nodes.enrolled(tx, new KnownNode(child, request.name(), request.tier().name()));
          profiles.put(tx, profile);
          audit.append(
              tx,
              clock.instant(),
              user.username(),
              "ENROL_NODE",
              child.value(),
              profile.kind() + " " + request.name());
        });
    return new TokenView(token.print(), expiresAt);
  }

  /** The nodes that were ever enrolled right below this one, in the order of their codes. */
  @Get
  List<ChildNodeView> list(SignedInUser user) {
    Permissions.require(user, EnumSet.of(Role.ADMIN, Role.SUPERVISOR), "查看下级节点");
    Map<String, NodeProfile> known = transactions.call(profiles::all);
    Map<String, Long> inHand = transactions.call(tx -> profiles.inHand(tx));
    return nodes.childDetails().stream()
        .map(
            child ->
                ChildNodeView.of(
                    child,
                    nodes.tierOf(child.code()),
                    known.get(child.code().value()),
                    inHand.getOrDefault(child.code().value(), 0L)))
        .toList();
  }

  /** The same list as a file. */
  @Get("/export")
  @Produces({ExportFormat.CSV_TYPE, ExportFormat.XLSX_TYPE})
  MutableHttpResponse<StreamedFile> export(
      SignedInUser user, @QueryValue(defaultValue = "XLSX") ExportFormat format) {
    return exports.send(user.username(), format, NodeSheets.CHILDREN, "", list(user));
  }

  /**
   * Lets a child in no longer: its next call is refused, and nothing more is dispatched to it. What
   * it was given stays on record; it comes back with a new enrolment only.
   */
  @Post("/{code}/revoke")
  List<ChildNodeView> revoke(String code, SignedInUser user, @Valid @Body RevocationRequest body) {
    Permissions.require(user, EnumSet.of(Role.ADMIN), "撤销下级节点入网");
    Child child =
        nodes.childDetails().stream()
            .filter(each -> each.code().value().equals(code))
            .findFirst()
            .orElseThrow(
                () -> new RefusedException(ErrorCode.NOT_FOUND, "没有代码为“" + code + "”的下级节点"));
    Checks.require(!child.revoked(), ErrorCode.STATE_FORBIDS, "节点“" + child.name() + "”的入网已经撤销");
    transactions.<RuntimeException>run(
        tx ->
            audit.append(
                tx, clock.instant(), user.username(), "REVOKE_NODE", code, body.reason().strip()));
    link.tree().revoke(child.code());
    return list(user);
  }

  private void requireTierBelow(OrganisationRules organisation) {
    long above = link.tree().ancestors().stream().filter(node -> !isProvince(node)).count();
    if (organisation.tierBelow(isProvince(rules.self().code()), (int) above).isEmpty()) {
      throw new RefusedException(
          ErrorCode.INVALID_INPUT,
          "规则只有"
              + String.join("、", organisation.tiers())
              + " "
              + organisation.tiers().size()
              + " 级，“"
              + rules.self().name()
              + "”已是末级，不能再登记下级节点");
    }
  }

  /** By its six-digit code, as regions are coded nationally. */
  private static boolean isProvince(NodeCode node) {
    return node.value().endsWith("0000");
  }

  private NodeProfile profile(NodeCode child, EnrolmentRequest request) {
    OrganisationRules organisation = rules.policy().organisation();
    requireTierBelow(organisation);
    NodeKind kind = request.kind() == null ? OwnIdentity.usual(request.tier()) : request.kind();
    Checks.require(kind.known(), ErrorCode.INVALID_INPUT, "节点种类应为 CENTER、SUB_CENTER、RECEIVER 之一");
    String shortName =
        request.shortName() == null
            ? OwnIdentity.shortened(kind, request.name())
            : request.shortName().strip();
    NameRule names = organisation.names().get(kind);
    if (names != null) {
      names
          .problem(request.name(), shortName)
          .ifPresent(
              problem -> {
                throw new RefusedException(
                    ErrorCode.INVALID_INPUT, "“" + kind.label() + "”的名称不合规则：" + problem);
              });
    }
    List<EnrolmentManager> managers = request.managers() == null ? List.of() : request.managers();
    long leading = managers.stream().filter(EnrolmentManager::leads).count();
    Checks.require(managers.isEmpty() || leading == 1, ErrorCode.INVALID_INPUT, "节点的管理单位须且只能有一个为主");
    Checks.require(
        managers.size() >= 2 || !organisation.duallyManaged().contains(kind),
        ErrorCode.INVALID_INPUT,
        "“" + kind.label() + "”实行双重管理，须登记两个管理单位（managers），其中一个为主");
    return new NodeProfile(
        child,
        shortName,
        kind,
        managers.stream()
            .sorted(Comparator.comparing(manager -> !manager.leads()))
            .map(manager -> manager.body().strip())
            .toList());
  }

  /**
   * @param kind as the tier suggests when it is missing
   * @param shortName taken from the full name when it is missing
   * @param managers the bodies that manage it
   */
  @Serdeable
  record EnrolmentRequest(
      @NotNull @Pattern(regexp = "[0-9]{6}([A-Z][0-9]{2})?") String code,
      @NotBlank @Size(max = 100) String name,
      @NotNull Tier tier,
      @Nullable NodeKind kind,
      @Nullable @Size(min = 1, max = 50) String shortName,
      @Nullable @Size(max = 5) List<@Valid EnrolmentManager> managers) {}

  @Serdeable
  record RevocationRequest(@NotBlank @Size(max = 400) String reason) {}

  /**
   * A node right below.
   *
   * @param revoked it is let in no longer
   * @param inHand assignments that it and its units have in hand, as far as is known here
   */
  @Serdeable
  record ChildNodeView(
      String code,
      String name,
      @Nullable String tier,
      @Nullable String shortName,
      @Nullable NodeKind kind,
      List<String> managers,
      String address,
      OffsetDateTime enrolledAt,
      boolean revoked,
      long inHand) {

    static ChildNodeView of(
        Child child, @Nullable String tier, @Nullable NodeProfile profile, long inHand) {
      return new ChildNodeView(
          child.code().value(),
          child.name(),
          tier,
          profile == null ? null : profile.shortName(),
          profile == null ? null : profile.kind(),
          profile == null ? List.of() : profile.managers(),
          child.address(),
          Times.local(child.enrolledAt()),
          child.revoked(),
          inHand);
    }
  }

  /** A body that manages the node. */
  @Serdeable
  record EnrolmentManager(
      @NotBlank @Size(max = 100) @Pattern(regexp = "[^\\n]*") String body, boolean leads) {}

  @Serdeable
  record TokenView(String token, OffsetDateTime expiresAt) {}
}
