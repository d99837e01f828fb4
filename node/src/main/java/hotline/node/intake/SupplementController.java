package hotline.node.intake;

import hotline.node.access.Permissions;
import hotline.node.access.SignedInUser;
import hotline.node.desk.TicketViews;
import hotline.node.submission.Submissions;
import hotline.node.submission.Submissions.Made;
import hotline.node.submission.Submissions.Sent;
import hotline.node.ticket.Actor;
import hotline.node.ticket.Ticket;
import hotline.node.ticket.TicketAction;
import hotline.node.ticket.TicketCommand;
import hotline.node.ticket.TicketId;
import hotline.node.view.Ids;
import hotline.node.view.TicketView;
import hotline.node.work.TicketWork;
import hotline.sync.Tx;
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
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Adds to an open ticket what its requester has to say more. */
@Controller("/api/tickets")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "tickets")
class SupplementController {

  private final TicketWork work;
  private final TicketViews views;
  private final CallTies calls;
  private final Submissions submissions;

  SupplementController(
      TicketWork work, TicketViews views, CallTies calls, Submissions submissions) {
    this.submissions = submissions;
    this.work = work;
    this.views = views;
    this.calls = calls;
  }

  /**
   * Adds it, tells everybody who works on it, at whatever node, and ties the call that it was said
   * in (ACC-10). What two people add at the same moment is both kept; what is sent again under its
   * key is added once.
   */
  @Post("/{id}/supplement")
  TicketView supplement(
      String id,
      SignedInUser user,
      @Nullable @Header(Submissions.HEADER) String key,
      @Valid @Body SupplementRequest body) {
    Actor actor = Permissions.actorFor(user, TicketAction.SUPPLEMENT);
    TicketId ticketId = Ids.ticket(id);
    return submissions.carryOut(
        new Sent(user.username(), key, "supplement of " + ticketId, body),
        () -> tx -> new Made<>(id, add(tx, user, actor, ticketId, body)),
        (tx, added) -> views.ticket(tx, ticketId, user));
  }

  private TicketView add(
      Tx tx, SignedInUser user, Actor actor, TicketId ticketId, SupplementRequest body) {
    Ticket after =
        work.carryOut(
            tx,
            unit -> {
              unit.actAs(actor);
              Permissions.requireInScope(user, unit.ticket(ticketId));
              unit.decide(ticketId, new TicketCommand.SupplementTicket(body.text()));
              return unit.settled(ticketId);
            });
    if (body.callId() != null) {
      calls.tie(tx, actor, body.callId(), ticketId);
    }
    return views.ticket(tx, after, user);
  }

  @Serdeable
  record SupplementRequest(
      @NotBlank @Size(max = 4000) String text, @Nullable @Size(max = 190) String callId) {}
}
