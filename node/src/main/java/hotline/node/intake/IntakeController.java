package hotline.node.intake;

import hotline.node.access.Permissions;
import hotline.node.access.SignedInUser;
import hotline.node.desk.TicketViews;
import hotline.node.ticket.Actor;
import hotline.node.ticket.TicketAction;
import hotline.node.ticket.TicketId;
import hotline.node.view.TicketView;
import hotline.sync.Transactions;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.Optional;

/** Taking appeals in. */
@Controller("/api/tickets")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "tickets")
class IntakeController {

  private final Transactions transactions;
  private final Registration registration;
  private final TicketViews views;

  IntakeController(Transactions transactions, Registration registration, TicketViews views) {
    this.transactions = transactions;
    this.registration = registration;
    this.views = views;
  }

  /** 201 with the new ticket; 200 with the first one when the external number is known already. */
  @Post
  HttpResponse<TicketView> register(SignedInUser user, @Valid @Body IntakeRequest request) {
    Actor actor = Permissions.actorFor(user, TicketAction.ACCEPT);
    if (request.externalId() != null) {
      Optional<TicketView> first = transactions.call(tx -> earlier(tx, request, user));
      if (first.isPresent()) {
        return HttpResponse.ok(first.get());
      }
    }
    TicketId id = registration.nextId();
    TicketView created =
        transactions.call(
            tx ->
                views.ticket(
                    tx,
                    registration.register(
                        tx, id, request, actor, Permissions.may(user, TicketAction.DISPATCH)),
                    user));
    return HttpResponse.created(created);
  }

  private Optional<TicketView> earlier(
      hotline.sync.Tx tx, IntakeRequest request, SignedInUser user) {
    return registration.earlier(tx, request).map(ticket -> views.ticket(tx, ticket, user));
  }
}
