package hotline.node.switchboard;

import hotline.node.OwnIdentity;
import hotline.node.access.ApiClient;
import hotline.node.access.ApiClients;
import hotline.node.classification.ClientKind;
import hotline.node.classification.NodeKind;
import hotline.node.entity.Checks;
import hotline.node.error.ErrorCode;
import hotline.node.error.RefusedException;
import hotline.node.store.CallEventStore;
import hotline.node.store.EntityStore;
import hotline.node.telephony.Call;
import hotline.node.wire.EntityForms;
import hotline.node.work.Rules;
import hotline.sync.Transactions;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/** What a telephone exchange asks and reports, with the key of a {@link ClientKind#TELEPHONY}. */
@Controller("/api/telephony")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "telephony")
class TelephonyController {

  private final ApiClients clients;
  private final Transactions transactions;
  private final CallEventStore events;
  private final EntityStore entities;
  private final Calls calls;
  private final CallRouting routing;
  private final Rules rules;
  private final OwnIdentity identity;

  TelephonyController(
      ApiClients clients,
      Transactions transactions,
      CallEventStore events,
      EntityStore entities,
      Calls calls,
      CallRouting routing,
      Rules rules,
      OwnIdentity identity) {
    this.identity = identity;
    this.clients = clients;
    this.transactions = transactions;
    this.events = events;
    this.entities = entities;
    this.calls = calls;
    this.routing = routing;
    this.rules = rules;
  }

  /** Takes in one report; a repeat of its event id changes nothing. */
  @Post("/events")
  CallView report(@Nullable @Header(ApiClients.HEADER) String key, @Valid @Body CallReport report) {
    ApiClient client = client(key, report.line());
    try {
      return CallView.of(take(client, report));
    } catch (RefusedException e) {
      if (e.code() != ErrorCode.ALREADY_EXISTS) {
        throw e;
      }
      // another report of the same call brought it into being at this very moment
      return CallView.of(take(client, report));
    }
  }

  /** Where a call rings, and what the caller hears before that. */
  @Post("/route")
  Route route(@Nullable @Header(ApiClients.HEADER) String key, @Valid @Body RouteRequest request) {
    client(key, request.line());
    return transactions.call(tx -> routing.route(tx, request.line(), request.caller()));
  }

  /** TOP-13: a node that only takes on what is dispatched to it has no line. */
  private ApiClient client(@Nullable String key, String line) {
    ApiClient client = clients.require(key, ClientKind.TELEPHONY);
    client.require(line);
    Checks.require(
        identity.kind() != NodeKind.RECEIVER,
        ErrorCode.FORBIDDEN,
        "“" + identity.name() + "”是承接平台，没有话务受理平台");
    return client;
  }

  private Call take(ApiClient client, CallReport report) {
    return transactions.call(
        tx -> {
          String id = Call.id(rules.self(), report.callId());
          if (events.isNew(tx, client.id(), report.eventId(), id, report.at().toInstant())) {
            return calls.note(tx, client.actor(), report);
          }
          return entities
              .find(tx, EntityForms.CALL, id)
              .orElseThrow(
                  () ->
                      new RefusedException(
                          ErrorCode.CALL_RULE,
                          "事件 " + report.eventId() + " 已用于另一通话，不能再用于 " + report.callId()));
        });
  }

  /** A call that is coming in. */
  @Serdeable
  record RouteRequest(
      @NotBlank @Pattern(regexp = "[0-9]{3,12}") String line,
      @Nullable @Pattern(regexp = "[+0-9-]{3,30}") String caller) {}

  /**
   * What the exchange is to do.
   *
   * @param to the number at which it rings
   * @param prompt what the caller hears first
   * @param busyPrompt what he hears when nobody can take it (INT-08)
   * @param menuDepth how many voice menus he passes (INT-07)
   */
  @Serdeable
  record Route(
      String action, String to, @Nullable String prompt, String busyPrompt, int menuDepth) {}
}
