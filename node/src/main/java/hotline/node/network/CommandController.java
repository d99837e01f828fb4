package hotline.node.network;

import hotline.node.access.Permissions;
import hotline.node.access.SignedInUser;
import hotline.node.classification.Role;
import hotline.node.error.ErrorCode;
import hotline.node.error.RefusedException;
import hotline.node.export.ExportFormat;
import hotline.node.export.Exports;
import hotline.node.reference.Neighbours;
import hotline.node.store.AuditStore;
import hotline.node.view.Named;
import hotline.node.view.Times;
import hotline.sync.Transactions;
import hotline.sync.command.CommandId;
import hotline.sync.command.CommandLink;
import hotline.sync.command.StuckCommand;
import io.micronaut.http.HttpResponse;
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
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Commands for other nodes that could not be delivered: seen, tried again, or given up by a person.
 */
@Controller("/api/commands")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "network")
class CommandController {

  private static final Set<Role> ROLES = EnumSet.of(Role.SUPERVISOR, Role.DISPATCHER);
  private static final int LIMIT = 200;
  private static final int MOST = 100_000;

  private final CommandLink commands;
  private final Neighbours nodes;
  private final Transactions transactions;
  private final Exports exports;
  private final AuditStore audit;
  private final Clock clock;

  CommandController(
      CommandLink commands,
      Neighbours nodes,
      Transactions transactions,
      Exports exports,
      AuditStore audit,
      Clock clock) {
    this.commands = commands;
    this.nodes = nodes;
    this.transactions = transactions;
    this.exports = exports;
    this.audit = audit;
    this.clock = clock;
  }

  /** Those that have been tried in vain, the oldest first. */
  @Get
  List<CommandView> stuck(SignedInUser user) {
    Permissions.require(user, ROLES, "查看未送达的指令");
    return commands.stuck(LIMIT).stream().map(this::view).toList();
  }

  /** All of them, in the same order, as a file. */
  @Get("/export")
  @Produces({ExportFormat.CSV_TYPE, ExportFormat.XLSX_TYPE})
  MutableHttpResponse<StreamedFile> export(
      SignedInUser user, @QueryValue(defaultValue = "XLSX") ExportFormat format) {
    Permissions.require(user, ROLES, "导出未送达的指令");
    return exports.send(
        user.username(),
        format,
        TrafficSheets.COMMANDS,
        "",
        commands.stuck(MOST).stream().map(this::view).toList());
  }

  /** Gives one up; the order that it carried shows it. */
  @Post("/{id}/cancel")
  HttpResponse<?> cancel(UUID id, SignedInUser user, @Valid @Body Reason body) {
    Permissions.require(user, ROLES, "撤销指令");
    boolean cancelled =
        transactions.call(
            tx -> {
              audit.append(
                  tx,
                  clock.instant(),
                  user.username(),
                  "CANCEL_COMMAND",
                  id.toString(),
                  body.reason());
              return commands.cancel(tx, new CommandId(id), body.reason());
            });
    if (!cancelled) {
      throw unknown(id);
    }
    return HttpResponse.noContent();
  }

  /** Tries the commands for the same neighbour at once. */
  @Post("/{id}/retry")
  HttpResponse<?> retry(UUID id, SignedInUser user) {
    Permissions.require(user, ROLES, "重发指令");
    StuckCommand command =
        commands.stuck(LIMIT).stream()
            .filter(stuck -> stuck.id().value().equals(id))
            .findFirst()
            .orElseThrow(() -> unknown(id));
    commands.retryNow(command.target());
    return HttpResponse.noContent();
  }

  private CommandView view(StuckCommand command) {
    return new CommandView(
        command.id().toString(),
        new Named(command.target().value(), nodes.nameOf(command.target())),
        command.type(),
        CommandNames.of(command.type()),
        command.orderingKey(),
        Times.local(command.writtenAt()),
        command.attempts(),
        command.lastError());
  }

  private static RefusedException unknown(UUID id) {
    return new RefusedException(ErrorCode.NOT_FOUND, "没有等待送达的指令 " + id + "，可能已经送达");
  }

  @Serdeable
  record Reason(@NotBlank @Size(max = 300) String reason) {}

  @Serdeable
  record CommandView(
      String id,
      Named target,
      String type,
      String typeLabel,
      String ticketId,
      OffsetDateTime writtenAt,
      int attempts,
      String lastError) {}
}
