package hotline.node.intake;

import hotline.node.access.Permissions;
import hotline.node.access.SignedInUser;
import hotline.node.desk.TicketViews;
import hotline.node.submission.Submissions;
import hotline.node.submission.Submissions.Made;
import hotline.node.submission.Submissions.Sent;
import hotline.node.submission.Submissions.Work;
import hotline.node.ticket.Actor;
import hotline.node.ticket.Ticket;
import hotline.node.ticket.TicketAction;
import hotline.node.ticket.TicketId;
import hotline.node.view.TicketView;
import hotline.sync.Transactions;
import hotline.sync.Tx;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Taking appeals in. */
@Controller("/api/tickets")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "tickets")
class IntakeController {

  private final Transactions transactions;
  private final Registration registration;
  private final Submissions submissions;
  private final TicketViews views;

  IntakeController(
      Transactions transactions,
      Registration registration,
      Submissions submissions,
      TicketViews views) {
    this.transactions = transactions;
    this.registration = registration;
    this.submissions = submissions;
    this.views = views;
  }

  /**
   * 201 with the new ticket; 200 with the first one when the external number is known already, or
   * the same was sent before under the same key.
   */
  @Post
  HttpResponse<TicketView> register(
      SignedInUser user,
      @Nullable @Header(Submissions.HEADER) String key,
      @Valid @Body IntakeRequest request) {
    Actor actor = Permissions.actorFor(user, TicketAction.ACCEPT);
    if (request.externalId() != null) {
      Optional<TicketView> first = transactions.call(tx -> earlier(tx, request, user));
      if (first.isPresent()) {
        return HttpResponse.ok(first.get());
      }
    }
    return submissions.carryOut(
        new Sent(user.username(), key, "ticket", request),
        () -> registering(user, actor, request),
        (tx, id) -> HttpResponse.ok(views.ticket(tx, TicketId.parse(id), user)));
  }

  private Work<HttpResponse<TicketView>> registering(
      SignedInUser user, Actor actor, IntakeRequest request) {
    TicketId id = registration.nextId();
    boolean mayDispatch = Permissions.may(user, TicketAction.DISPATCH);
    return tx -> {
      Ticket ticket = registration.register(tx, id, request, actor, mayDispatch);
      return new Made<>(id.toString(), HttpResponse.created(views.ticket(tx, ticket, user)));
    };
  }

  private Optional<TicketView> earlier(Tx tx, IntakeRequest request, SignedInUser user) {
    return registration.earlier(tx, request).map(ticket -> views.ticket(tx, ticket, user));
  }
}
