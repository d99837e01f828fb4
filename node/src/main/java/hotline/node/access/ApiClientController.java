package hotline.node.access;

import hotline.node.classification.ClientKind;
import hotline.node.classification.Role;
import hotline.node.error.ErrorCode;
import hotline.node.error.RefusedException;
import hotline.node.export.ExportFormat;
import hotline.node.export.Exports;
import hotline.node.store.ApiClientStore;
import hotline.node.store.ApiClientStore.Client;
import hotline.node.store.AuditStore;
import hotline.sync.Transactions;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
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
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where an administrator lets other systems in, and shuts them out again. */
@Controller("/api/api-clients")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "api-clients")
class ApiClientController {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final Set<Role> ROLES = EnumSet.of(Role.ADMIN);

  private final ApiClients clients;
  private final ApiClientStore store;
  private final Exports exports;
  private final AuditStore audit;
  private final Transactions transactions;
  private final Clock clock;

  ApiClientController(
      ApiClients clients,
      ApiClientStore store,
      Exports exports,
      AuditStore audit,
      Transactions transactions,
      Clock clock) {
    this.clients = clients;
    this.store = store;
    this.exports = exports;
    this.audit = audit;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Get
  List<ClientView> list(SignedInUser user) {
    Permissions.require(user, ROLES, "查看接口账号");
    return transactions.call(tx -> store.all(tx).stream().map(ClientView::of).toList());
  }

  /** The same list as a file. */
  @Get("/export")
  @Produces({ExportFormat.CSV_TYPE, ExportFormat.XLSX_TYPE})
  MutableHttpResponse<StreamedFile> export(
      SignedInUser user, @QueryValue(defaultValue = "XLSX") ExportFormat format) {
    return exports.send(user.username(), format, AccessSheets.CLIENTS, "", list(user));
  }

  /** The key is in the answer and nowhere else. */
  @Post
  HttpResponse<IssuedView> create(SignedInUser user, @Valid @Body ClientRequest request) {
    Permissions.require(user, ROLES, "新增接口账号");
    if (request.kind() != ClientKind.TELEPHONY && request.scope().isEmpty()) {
      throw new RefusedException(
          ErrorCode.INVALID_INPUT, "“" + request.kind().label() + "”须指定适用范围（热线号码或渠道）");
    }
    ApiClients.Issued issued =
        transactions.call(
            tx -> {
              var made =
                  clients.issue(
                      tx,
                      request.kind(),
                      Set.copyOf(request.scope()),
                      request.name(),
                      user.username());
              audit.append(
                  tx,
                  clock.instant(),
                  user.username(),
                  "ISSUE_API_CLIENT",
                  made.client().id(),
                  request.kind() + " " + made.client().scope());
              return made;
            });
    return HttpResponse.created(new IssuedView(ClientView.of(issued.client()), issued.key()));
  }

  @Delete("/{id}")
  void revoke(String id, SignedInUser user) {
    Permissions.require(user, ROLES, "停用接口账号");
    transactions.<RuntimeException>run(
        tx -> {
          if (!store.revoke(tx, id, user.username(), clock.instant())) {
            throw new RefusedException(ErrorCode.NOT_FOUND, "没有在用的接口账号 " + id);
          }
          audit.append(tx, clock.instant(), user.username(), "REVOKE_API_CLIENT", id, "");
        });
  }

  @Serdeable
  record ClientRequest(
      @NotNull ClientKind kind,
      @NotBlank @Size(max = 100) String name,
      @NotNull @Size(max = 10) List<@Pattern(regexp = "[A-Za-z0-9_-]{1,32}") String> scope) {}

  @Serdeable
  record ClientView(
      String id,
      ClientKind kind,
      String scope,
      String name,
      OffsetDateTime createdAt,
      String createdBy,
      @Nullable OffsetDateTime revokedAt) {

    static ClientView of(Client client) {
      return new ClientView(
          client.id(),
          client.kind(),
          client.scope(),
          client.name(),
          client.createdAt().atZone(ZONE).toOffsetDateTime(),
          client.createdBy(),
          client.revokedAt() == null ? null : client.revokedAt().atZone(ZONE).toOffsetDateTime());
    }
  }

  /** A new client and its key. */
  @Serdeable
  record IssuedView(ClientView client, String key) {}
}
