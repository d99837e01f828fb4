package hotline.node.network;

import hotline.node.access.Permissions;
import hotline.node.access.SignedInUser;
import hotline.node.classification.Role;
import hotline.node.error.ErrorCode;
import hotline.node.error.RefusedException;
import hotline.node.export.ExportFormat;
import hotline.node.export.Exports;
import hotline.node.reference.ReferenceData;
import hotline.node.store.AuditStore;
import hotline.node.view.Named;
import hotline.node.view.Times;
import hotline.sync.Transactions;
import hotline.sync.Tx;
import hotline.sync.link.NodeLink;
import hotline.sync.stream.LinkScope;
import hotline.sync.stream.PeerStream;
import hotline.sync.stream.PeerStreams;
import hotline.sync.stream.StreamEngine;
import hotline.sync.stream.StreamStatus;
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
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Which departments of this level get the records that concern them (XTR-05, Q-14). */
@Controller("/api/department-streams")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "department streams")
class DepartmentStreamController {

  private static final Set<Role> ROLES = EnumSet.of(Role.ADMIN);

  private final PeerStreams peers;
  private final StreamEngine streams;
  private final NodeLink link;
  private final ReferenceData reference;
  private final Transactions transactions;
  private final Exports exports;
  private final AuditStore audit;
  private final Clock clock;

  DepartmentStreamController(
      PeerStreams peers,
      StreamEngine streams,
      NodeLink link,
      ReferenceData reference,
      Transactions transactions,
      Exports exports,
      AuditStore audit,
      Clock clock) {
    this.peers = peers;
    this.streams = streams;
    this.link = link;
    this.reference = reference;
    this.transactions = transactions;
    this.exports = exports;
    this.audit = audit;
    this.clock = clock;
  }

  /** All subscriptions, those that have ended too. */
  @Get
  List<DepartmentStreamView> list(SignedInUser user) {
    Permissions.require(user, ROLES, "查看部门推送");
    List<StreamStatus.Produced> produced = streams.status().produced();
    return transactions.call(peers::all).stream()
        .map(
            peer ->
                view(
                    peer,
                    produced.stream()
                        .filter(own -> own.stream().name().equals(peer.name()))
                        .findFirst()))
        .toList();
  }

  /** The same list as a file. */
  @Get("/export")
  @Produces({ExportFormat.CSV_TYPE, ExportFormat.XLSX_TYPE})
  MutableHttpResponse<StreamedFile> export(
      SignedInUser user, @QueryValue(defaultValue = "XLSX") ExportFormat format) {
    return exports.send(user.username(), format, TrafficSheets.DEPARTMENTS, "", list(user));
  }

  /**
   * The certificates by which a department checks signatures: the signing key's, up to the root.
   */
  @Get("/certificates")
  List<String> certificates(SignedInUser user) {
    Permissions.require(user, ROLES, "查看部门推送");
    return link.signingChain().stream().map(DepartmentStreamController::pem).toList();
  }

  /** Subscribes a department, or changes what it may see; personal data only when asked for. */
  @Post
  List<DepartmentStreamView> subscribe(SignedInUser user, @Valid @Body Subscription body) {
    Permissions.require(user, ROLES, "开通部门推送");
    if (reference.unit(body.unit()).isEmpty()) {
      throw new RefusedException(ErrorCode.NOT_FOUND, "没有承办单位“" + body.unit() + "”");
    }
    LinkScope scope = Boolean.FALSE.equals(body.masked()) ? LinkScope.FULL : LinkScope.MASKED;
    try {
      transactions.<RuntimeException>run(
          tx -> {
            peers.start(tx, body.unit(), scope);
            audit(
                tx,
                user,
                "SUBSCRIBE_DEPARTMENT",
                body.unit(),
                (scope == LinkScope.FULL ? "含个人信息：" : "不含个人信息：") + body.reason());
          });
    } catch (IllegalArgumentException e) {
      throw new RefusedException(
          ErrorCode.INVALID_INPUT, "单位代码“" + body.unit() + "”不能用作数据流名称：应为1至27个字母、数字或点");
    }
    return list(user);
  }

  /** Ends a subscription. */
  @Post("/{unit}/end")
  List<DepartmentStreamView> end(String unit, SignedInUser user, @Valid @Body Reason body) {
    Permissions.require(user, ROLES, "停止部门推送");
    change(user, unit, "END_DEPARTMENT", body.reason(), tx -> peers.end(tx, unit));
    return list(user);
  }

  /** Publishes once more what a department has lost. */
  @Post("/{unit}/replay")
  List<DepartmentStreamView> replay(String unit, SignedInUser user, @Valid @Body Replay body) {
    Permissions.require(user, ROLES, "重发部门推送");
    change(
        user,
        unit,
        "REPLAY_DEPARTMENT",
        "自第" + body.from() + "条起：" + body.reason(),
        tx -> peers.replay(tx, unit, body.from()));
    return list(user);
  }

  private void change(
      SignedInUser user, String unit, String action, String detail, Predicate<Tx> change) {
    if (reference.unit(unit).isEmpty()) {
      throw new RefusedException(ErrorCode.NOT_FOUND, "没有承办单位“" + unit + "”");
    }
    transactions.<RuntimeException>run(
        tx -> {
          if (!change.test(tx)) {
            throw new RefusedException(ErrorCode.NOT_FOUND, "单位“" + unit + "”没有开通推送");
          }
          audit(tx, user, action, unit, detail);
        });
  }

  private void audit(Tx tx, SignedInUser user, String action, String unit, String detail) {
    audit.append(tx, clock.instant(), user.username(), action, unit, detail);
  }

  private DepartmentStreamView view(PeerStream peer, Optional<StreamStatus.Produced> own) {
    return new DepartmentStreamView(
        new Named(peer.subscriber(), reference.unitName(peer.subscriber())),
        peer.scope() == LinkScope.MASKED,
        Times.local(peer.startedAt()),
        peer.endedAt().map(Times::local).orElse(null),
        peer.name(),
        peers.topicOf(peer.subscriber()),
        PeerStream.SUBSCRIPTION,
        own.map(StreamStatus.Produced::position).orElse(0L),
        own.map(StreamStatus.Produced::confirmed).orElse(0L),
        own.map(produced -> HexFormat.of().formatHex(produced.hash())).orElse(""));
  }

  private static String pem(X509Certificate certificate) {
    try {
      return "-----BEGIN CERTIFICATE-----\n"
          + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded())
          + "\n-----END CERTIFICATE-----\n";
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("a certificate of ours cannot be encoded", e);
    }
  }

  /** {@code masked}: true unless said otherwise. */
  @Serdeable
  record Subscription(
      @NotBlank @Size(max = 32) String unit,
      @Nullable Boolean masked,
      @NotBlank @Size(max = 400) String reason) {}

  @Serdeable
  record Reason(@NotBlank @Size(max = 400) String reason) {}

  @Serdeable
  record Replay(@Min(1) long from, @NotBlank @Size(max = 400) String reason) {}

  /**
   * A subscription.
   *
   * @param masked whether personal data is left out
   * @param topic where the department's system reads, by {@code subscription}
   * @param produced how many records the stream has, up to chain hash {@code headHash}
   * @param confirmed how many of them the broker has
   */
  @Serdeable
  record DepartmentStreamView(
      Named unit,
      boolean masked,
      OffsetDateTime startedAt,
      @Nullable OffsetDateTime endedAt,
      String stream,
      String topic,
      String subscription,
      long produced,
      long confirmed,
      String headHash) {}
}
