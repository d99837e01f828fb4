package hotline.node.network;

import hotline.node.NodeSettings;
import hotline.node.access.Permissions;
import hotline.node.access.SignedInUser;
import hotline.node.classification.Role;
import hotline.node.export.ExportFormat;
import hotline.node.export.Exports;
import hotline.node.store.DeskCountStore;
import hotline.sync.Transactions;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** How the network stands, and what this node has done. */
@Controller("/api/network")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "network")
class NetworkController {

  private static final Set<Role> ROLES = EnumSet.of(Role.SUPERVISOR);

  private final NetworkStatus status;
  private final NodeSettings settings;
  private final Transactions transactions;
  private final Exports exports;
  private final DeskCountStore desk;

  NetworkController(
      NetworkStatus status,
      NodeSettings settings,
      Transactions transactions,
      Exports exports,
      DeskCountStore desk) {
    this.status = status;
    this.settings = settings;
    this.transactions = transactions;
    this.exports = exports;
    this.desk = desk;
  }

  @Get
  NetworkView network(SignedInUser user) {
    Permissions.require(user, ROLES, "查看联网状态");
    return status.view();
  }

  /** All nodes below that are known here, with their links, as a file. */
  @Get("/nodes/export")
  @Produces({ExportFormat.CSV_TYPE, ExportFormat.XLSX_TYPE})
  MutableHttpResponse<StreamedFile> nodes(
      SignedInUser user, @QueryValue(defaultValue = "XLSX") ExportFormat format) {
    Permissions.require(user, ROLES, "导出联网状态");
    return exports.send(user.username(), format, NodeSheets.TREE, "", status.view().tree());
  }

  /**
   * The streams of other nodes as a file.
   *
   * @param above those from the nodes above instead of those from below
   */
  @Get("/streams/export")
  @Produces({ExportFormat.CSV_TYPE, ExportFormat.XLSX_TYPE})
  MutableHttpResponse<StreamedFile> streams(
      SignedInUser user,
      @QueryValue(defaultValue = "false") boolean above,
      @QueryValue(defaultValue = "XLSX") ExportFormat format) {
    Permissions.require(user, ROLES, "导出联网状态");
    NetworkView view = status.view();
    return above
        ? exports.send(user.username(), format, TrafficSheets.FROM_ABOVE, "", view.broadcasts())
        : exports.send(user.username(), format, TrafficSheets.FROM_BELOW, "", view.streams());
  }

  /** Tickets that this node owns and assignments that it and its units carry out, counted. */
  @Get("/summary")
  Summary summary(SignedInUser user) {
    Permissions.require(user, ROLES, "查看运行汇总");
    Map<String, Long> numbers = transactions.call(tx -> desk.summary(tx, settings.getCode()));
    return new Summary(
        settings.getCode(),
        settings.getTier().name(),
        numbers.getOrDefault("registered", 0L),
        numbers.getOrDefault("accepted", 0L),
        numbers.getOrDefault("refused", 0L),
        numbers.getOrDefault("dispatched", 0L),
        numbers.getOrDefault("received", 0L),
        numbers.getOrDefault("signedFor", 0L),
        numbers.getOrDefault("replied", 0L),
        numbers.getOrDefault("closed", 0L),
        numbers.getOrDefault("archived", 0L));
  }

  /**
   * What a node has done.
   *
   * @param dispatched orders placed, to units and to other nodes
   * @param received assignments that the node as a whole got from another node
   */
  @Serdeable
  record Summary(
      String code,
      String tier,
      long registered,
      long accepted,
      long refused,
      long dispatched,
      long received,
      long signedFor,
      long replied,
      long closed,
      long archived) {}
}
