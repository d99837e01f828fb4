package hotline.node.network;

import hotline.node.access.Permissions;
import hotline.node.access.SignedInUser;
import hotline.node.broadcast.BroadcastDocument;
import hotline.node.broadcast.BroadcastHead;
import hotline.node.broadcast.Broadcasts;
import hotline.node.broadcast.Broadcasts.Whose;
import hotline.node.classification.Role;
import hotline.node.error.ErrorCode;
import hotline.node.error.RefusedException;
import hotline.node.export.ExportFormat;
import hotline.node.export.Exports;
import hotline.node.reference.Neighbours;
import hotline.node.store.AuditStore;
import hotline.node.view.Named;
import hotline.node.view.PageView;
import hotline.node.view.Times;
import hotline.sync.NodeCode;
import hotline.sync.Transactions;
import hotline.sync.Tx;
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
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The reference documents that hold here, and those that this node publishes to all below it. */
@Controller("/api/broadcasts")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "broadcasts")
class BroadcastController {

  private static final Set<Role> PUBLISHERS = EnumSet.of(Role.ADMIN);
  private static final Set<Role> READERS = EnumSet.of(Role.ADMIN, Role.SUPERVISOR);

  /** Without their contents they are small: a file holds them all as they are at one moment. */
  private static final int MOST = 100_000;

  private final Broadcasts broadcasts;
  private final Neighbours nodes;
  private final Transactions transactions;
  private final Exports exports;
  private final AuditStore audit;
  private final Clock clock;

  BroadcastController(
      Broadcasts broadcasts,
      Neighbours nodes,
      Transactions transactions,
      Exports exports,
      AuditStore audit,
      Clock clock) {
    this.broadcasts = broadcasts;
    this.nodes = nodes;
    this.transactions = transactions;
    this.exports = exports;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * A page of the newest versions, without their content: this node's own first, then those from
   * above, the nearest first.
   *
   * @param kind all when it is missing
   * @param of all when it is missing
   */
  @Get
  PageView<DocumentView> list(
      SignedInUser user,
      @Nullable @QueryValue @Size(max = 16) String kind,
      @Nullable @QueryValue Whose of,
      @QueryValue(defaultValue = "0") @Min(0) @Max(1_000_000) int page,
      @QueryValue(defaultValue = "50") @Min(1) @Max(200) int size) {
    Permissions.require(user, READERS, "查看下发文档");
    Set<Whose> whose = whose(of);
    String wanted = wanted(kind);
    return transactions.call(
        tx ->
            new PageView<>(
                broadcasts.page(tx, whose, wanted, page * size, size).stream()
                    .map(this::view)
                    .toList(),
                broadcasts.count(tx, whose, wanted),
                page,
                size));
  }

  /** The same list as a file. */
  @Get("/export")
  @Produces({ExportFormat.CSV_TYPE, ExportFormat.XLSX_TYPE})
  MutableHttpResponse<StreamedFile> export(
      SignedInUser user,
      @Nullable @QueryValue @Size(max = 16) String kind,
      @Nullable @QueryValue Whose of,
      @QueryValue(defaultValue = "XLSX") ExportFormat format) {
    Permissions.require(user, READERS, "导出下发文档");
    List<DocumentView> heads =
        transactions.call(
            tx ->
                broadcasts.page(tx, whose(of), wanted(kind), 0, MOST).stream()
                    .map(this::view)
                    .toList());
    return exports.send(
        user.username(),
        format,
        TrafficSheets.DOCUMENTS,
        "kind=%s of=%s".formatted(kind, of),
        heads);
  }

  private static Set<Whose> whose(@Nullable Whose of) {
    return of == null ? EnumSet.allOf(Whose.class) : EnumSet.of(of);
  }

  private static @Nullable String wanted(@Nullable String kind) {
    return kind == null || kind.isBlank() ? null : kind;
  }

  /** The kinds of documents that there are here. */
  @Get("/kinds")
  List<String> kinds(SignedInUser user) {
    Permissions.require(user, READERS, "查看下发文档");
    return transactions.call(broadcasts::kinds);
  }

  /** The newest version of a document, with its content. */
  @Get("/{publisher}/{kind}/{key}")
  DocumentView read(String publisher, String kind, String key, SignedInUser user) {
    Permissions.require(user, READERS, "查看下发文档");
    return transactions
        .call(tx -> broadcasts.newest(tx, node(publisher), kind, key))
        .map(document -> view(document, document.content()))
        .orElseThrow(
            () ->
                new RefusedException(
                    ErrorCode.NOT_FOUND, "没有节点 " + publisher + " 的文档 " + kind + "/" + key));
  }

  /** Publishes the next version of a document. */
  @Post
  DocumentView publish(SignedInUser user, @Valid @Body Publication body) {
    Permissions.require(user, PUBLISHERS, "发布下发文档");
    return transactions.call(
        tx -> {
          BroadcastDocument document =
              broadcasts.publish(tx, body.kind(), body.key(), body.content());
          audit(tx, user, "PUBLISH", document, body.reason());
          return view(document, null);
        });
  }

  /** Withdraws a document. */
  @Post("/{kind}/{key}/withdraw")
  DocumentView withdraw(String kind, String key, SignedInUser user, @Valid @Body Reason body) {
    Permissions.require(user, PUBLISHERS, "撤回下发文档");
    return transactions.call(
        tx -> {
          BroadcastDocument document = broadcasts.withdraw(tx, kind, key);
          audit(tx, user, "WITHDRAW_DOCUMENT", document, body.reason());
          return view(document, null);
        });
  }

  private void audit(
      Tx tx, SignedInUser user, String action, BroadcastDocument document, String reason) {
    audit.append(
        tx,
        clock.instant(),
        user.username(),
        action,
        document.kind() + "/" + document.key(),
        "第" + document.version() + "版：" + reason);
  }

  private DocumentView view(BroadcastHead head) {
    return new DocumentView(
        new Named(head.publisher().value(), nodes.nameOf(head.publisher())),
        head.kind(),
        head.key(),
        head.version(),
        Times.local(head.publishedAt()),
        head.withdrawn(),
        null);
  }

  private DocumentView view(BroadcastDocument document, @Nullable String content) {
    return new DocumentView(
        new Named(document.publisher().value(), nodes.nameOf(document.publisher())),
        document.kind(),
        document.key(),
        document.version(),
        Times.local(document.publishedAt()),
        document.withdrawn(),
        content);
  }

  private static NodeCode node(String code) {
    try {
      return NodeCode.of(code);
    } catch (IllegalArgumentException e) {
      throw new RefusedException(
          ErrorCode.INVALID_INPUT, "节点编码应为六位数字，或另加一个大写字母和两位数字，收到“" + code + "”");
    }
  }

  /** The content's size is checked where it is published. */
  @Serdeable
  record Publication(
      @NotBlank @Size(max = 16) String kind,
      @NotBlank @Size(max = 40) String key,
      @NotNull String content,
      @NotBlank @Size(max = 400) String reason) {}

  @Serdeable
  record Reason(@NotBlank @Size(max = 400) String reason) {}

  /**
   * A version of a document.
   *
   * @param content null in lists
   */
  @Serdeable
  record DocumentView(
      Named publisher,
      String kind,
      String key,
      long version,
      OffsetDateTime publishedAt,
      boolean withdrawn,
      @Nullable String content) {}
}
