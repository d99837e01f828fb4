package hotline.node.handling;

import hotline.node.access.Permissions;
import hotline.node.access.SignedInUser;
import hotline.node.classification.Approver;
import hotline.node.classification.Matter;
import hotline.node.classification.UrgeKind;
import hotline.node.desk.TicketViews;
import hotline.node.filing.ArchiveWork;
import hotline.node.handling.ActionRequests.Accept;
import hotline.node.handling.ActionRequests.Answer;
import hotline.node.handling.ActionRequests.Convene;
import hotline.node.handling.ActionRequests.Decide;
import hotline.node.handling.ActionRequests.DecideRequest;
import hotline.node.handling.ActionRequests.Designate;
import hotline.node.handling.ActionRequests.Dispatch;
import hotline.node.handling.ActionRequests.Explain;
import hotline.node.handling.ActionRequests.FollowUp;
import hotline.node.handling.ActionRequests.FollowUpCallNote;
import hotline.node.handling.ActionRequests.NotePhone;
import hotline.node.handling.ActionRequests.PanelReview;
import hotline.node.handling.ActionRequests.Plain;
import hotline.node.handling.ActionRequests.Reason;
import hotline.node.handling.ActionRequests.Redo;
import hotline.node.handling.ActionRequests.Refuse;
import hotline.node.handling.ActionRequests.Review;
import hotline.node.handling.ActionRequests.Screening;
import hotline.node.handling.ActionRequests.ScreeningVerdict;
import hotline.node.handling.ActionRequests.Transfer;
import hotline.node.handling.ActionRequests.Urge;
import hotline.node.intake.Duplicates;
import hotline.node.reference.ReferenceData;
import hotline.node.ticket.Actor;
import hotline.node.ticket.EmergencyTransfer;
import hotline.node.ticket.HolderCommand;
import hotline.node.ticket.Ticket;
import hotline.node.ticket.TicketAction;
import hotline.node.ticket.TicketCommand;
import hotline.node.ticket.TicketId;
import hotline.node.view.Ids;
import hotline.node.view.TicketView;
import hotline.node.work.TicketWork;
import hotline.node.work.UnitOfWork;
import hotline.sync.Transactions;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** What people do to a ticket of this node. */
@Controller("/api/tickets/{id}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "tickets")
class TicketActionController {

  private final Transactions transactions;
  private final TicketWork work;
  private final TicketViews views;
  private final Assignees assignees;
  private final ArchiveWork archives;
  private final SecrecyCheck secrecy;
  private final Duplicates duplicates;
  private final ReferenceData reference;

  TicketActionController(
      Transactions transactions,
      TicketWork work,
      TicketViews views,
      Assignees assignees,
      ArchiveWork archives,
      SecrecyCheck secrecy,
      Duplicates duplicates,
      ReferenceData reference) {
    this.transactions = transactions;
    this.work = work;
    this.views = views;
    this.assignees = assignees;
    this.archives = archives;
    this.secrecy = secrecy;
    this.duplicates = duplicates;
    this.reference = reference;
  }

  /** Accepts it, or refuses it as a duplicate of the same person's earlier one (ACC-10). */
  @Post("/accept")
  TicketView accept(String id, SignedInUser user, @Valid @Body Accept body) {
    return act(
        id,
        user,
        TicketAction.ACCEPT,
        body.version(),
        (unit, ticket) -> duplicates.acceptance(unit.tx(), ticket, body.newFacts()));
  }

  @Post("/refuse")
  TicketView refuse(String id, SignedInUser user, @Valid @Body Refuse body) {
    return act(
        id,
        user,
        TicketAction.REFUSE,
        body.version(),
        new TicketCommand.RefuseTicket(
            body.ground(),
            body.guidance(),
            body.withheld(),
            body.earlier(),
            body.emergencyNumber() == null
                ? null
                : new EmergencyTransfer.Report(body.emergencyNumber(), true, null)));
  }

  /** Notes that a call for help was passed on to an emergency number; the ticket goes on. */
  @Post("/transfer-emergency")
  TicketView transferEmergency(String id, SignedInUser user, @Valid @Body Transfer body) {
    return act(
        id,
        user,
        TicketAction.TRANSFER_EMERGENCY,
        body.version(),
        new TicketCommand.TransferToEmergency(
            new EmergencyTransfer.Report(body.number(), body.connected(), body.note())));
  }

  @Post("/answer")
  TicketView answer(String id, SignedInUser user, @Valid @Body Answer body) {
    secrecy.require(user, id, body.answer(), body.secrecyChecked());
    return act(
        id,
        user,
        TicketAction.ANSWER,
        body.version(),
        new TicketCommand.AnswerTicket(
            body.answer(),
            body.contactedUnit() == null ? null : assignees.unit(body.contactedUnit())));
  }

  @Post("/dispatch")
  TicketView dispatch(String id, SignedInUser user, @Valid @Body Dispatch body) {
    return act(
        id,
        user,
        TicketAction.DISPATCH,
        body.version(),
        new HolderCommand.PlaceOrders(assignees.drafts(body.orders())));
  }

  @Post("/escalate")
  TicketView escalate(String id, SignedInUser user, @Valid @Body Reason body) {
    return act(
        id, user, TicketAction.ESCALATE, body.version(), new HolderCommand.Escalate(body.reason()));
  }

  @Post("/review")
  TicketView review(String id, SignedInUser user, @Valid @Body Review body) {
    return act(id, user, TicketAction.REVIEW, body.version(), HolderCommands.review(body));
  }

  @Post("/decide-return")
  TicketView decideReturn(String id, SignedInUser user, @Valid @Body Decide body) {
    return act(
        id,
        user,
        TicketAction.DECIDE_RETURN,
        body.version(),
        (unit, ticket) -> HolderCommands.decideReturn(body, attributed(ticket, body)));
  }

  /** Whether the catalogue attributes the matter to the very unit that wants to be rid of it. */
  private boolean attributed(Ticket ticket, Decide body) {
    Matter matter = ticket.appeal().matter();
    return matter != null
        && reference
            .catalogue(ticket.appeal().catalogue())
            .matter(matter.code())
            .flatMap(reference::suggestedFor)
            .filter(
                unit ->
                    ticket.orders().find(Ids.assignment(body.assignmentId())).stream()
                        .anyMatch(order -> order.assignee().codeText().equals(unit.code())))
            .isPresent();
  }

  @Post("/decide-extension")
  TicketView decideExtension(String id, SignedInUser user, @Valid @Body Decide body) {
    return act(
        id,
        user,
        TicketAction.DECIDE_EXTENSION,
        body.version(),
        HolderCommands.decideExtension(body));
  }

  @Post("/decide-request")
  TicketView decideRequest(String id, SignedInUser user, @Valid @Body DecideRequest body) {
    return act(
        id,
        user,
        TicketAction.DECIDE_REQUEST,
        body.version(),
        HolderCommands.decideRequest(body, Approver.PLATFORM));
  }

  @Post("/office-decide")
  TicketView officeDecide(String id, SignedInUser user, @Valid @Body DecideRequest body) {
    return act(
        id,
        user,
        TicketAction.OFFICE_DECIDE,
        body.version(),
        HolderCommands.decideRequest(body, Approver.OFFICE));
  }

  /** Calls those concerned together about who has to handle it (DSP-04, DSP-08). */
  @Post("/convene")
  TicketView convene(String id, SignedInUser user, @Valid @Body Convene body) {
    return act(
        id,
        user,
        TicketAction.CONVENE,
        body.version(),
        new HolderCommand.ConveneMeeting(body.reason(), body.participants()));
  }

  @Post("/designate")
  TicketView designate(String id, SignedInUser user, @Valid @Body Designate body) {
    return act(
        id,
        user,
        TicketAction.DESIGNATE,
        body.version(),
        new HolderCommand.DesignateUnits(body.outcome(), assignees.drafts(body.orders())));
  }

  /** Notes that an assignee was called by telephone as well (DSP-11). */
  @Post("/note-phone")
  TicketView notePhone(String id, SignedInUser user, @Valid @Body NotePhone body) {
    return act(
        id,
        user,
        TicketAction.NOTE_PHONE,
        body.version(),
        new HolderCommand.NotePhoneCall(Ids.assignment(body.assignmentId()), body.note()));
  }

  @Post("/follow-up")
  TicketView followUp(String id, SignedInUser user, @Valid @Body FollowUp body) {
    return act(
        id,
        user,
        TicketAction.FOLLOW_UP,
        body.version(),
        new TicketCommand.FollowUpTicket(
            body.channel(), body.satisfaction(), body.solved(), body.comment()));
  }

  @Post("/redo")
  TicketView redo(String id, SignedInUser user, @Valid @Body Redo body) {
    return act(id, user, TicketAction.REDO, body.version(), HolderCommands.redo(body));
  }

  @Post("/explain")
  TicketView explain(String id, SignedInUser user, @Valid @Body Explain body) {
    secrecy.require(user, id, body.explanation(), body.secrecyChecked());
    return act(
        id,
        user,
        TicketAction.EXPLAIN,
        body.version(),
        new TicketCommand.ExplainToRequester(body.explanation()));
  }

  @Post("/call-requester")
  TicketView callRequester(String id, SignedInUser user, @Valid @Body FollowUpCallNote body) {
    return act(
        id,
        user,
        TicketAction.CALL_REQUESTER,
        body.version(),
        new TicketCommand.NoteFollowUpCall(body.reached(), body.note()));
  }

  @Post("/panel-review")
  TicketView panelReview(String id, SignedInUser user, @Valid @Body PanelReview body) {
    return act(
        id,
        user,
        TicketAction.PANEL_REVIEW,
        body.version(),
        new TicketCommand.GivePanelOpinion(body.unitAtFault(), body.opinion()));
  }

  @Post("/request-screening")
  TicketView requestScreening(String id, SignedInUser user, @Valid @Body Screening body) {
    return act(
        id,
        user,
        TicketAction.REQUEST_SCREENING,
        body.version(),
        new TicketCommand.RequestScreening(body.ground(), body.reason()));
  }

  @Post("/decide-screening")
  TicketView decideScreening(String id, SignedInUser user, @Valid @Body ScreeningVerdict body) {
    return act(
        id,
        user,
        TicketAction.DECIDE_SCREENING,
        body.version(),
        new TicketCommand.DecideScreening(body.approve(), body.opinion()));
  }

  @Post("/close")
  TicketView close(String id, SignedInUser user, @Valid @Body Plain body) {
    return act(id, user, TicketAction.CLOSE, body.version(), new TicketCommand.CloseTicket());
  }

  @Post("/archive")
  TicketView archive(String id, SignedInUser user, @Valid @Body Plain body) {
    return act(id, user, TicketAction.ARCHIVE, body.version(), new TicketCommand.ArchiveTicket());
  }

  @Post("/withdraw")
  TicketView withdraw(String id, SignedInUser user, @Valid @Body Reason body) {
    return act(
        id,
        user,
        TicketAction.WITHDRAW,
        body.version(),
        new TicketCommand.WithdrawTicket(body.reason()));
  }

  @Post("/remind")
  TicketView remind(String id, SignedInUser user, @Valid @Body Urge body) {
    return act(
        id,
        user,
        TicketAction.REMIND,
        body.version(),
        HolderCommands.urge(body, UrgeKind.REMINDER));
  }

  @Post("/supervise")
  TicketView supervise(String id, SignedInUser user, @Valid @Body Urge body) {
    return act(
        id,
        user,
        TicketAction.SUPERVISE,
        body.version(),
        HolderCommands.urge(body, UrgeKind.SUPERVISION));
  }

  private TicketView act(
      String id,
      SignedInUser user,
      TicketAction action,
      @Nullable Long version,
      TicketCommand command) {
    return act(id, user, action, version, (unit, ticket) -> command);
  }

  private TicketView act(
      String id,
      SignedInUser user,
      TicketAction action,
      @Nullable Long version,
      BiFunction<UnitOfWork, Ticket, TicketCommand> command) {
    TicketId ticketId = Ids.ticket(id);
    Actor actor = Permissions.actorFor(user, action);
    return transactions.call(
        tx -> {
          Ticket after =
              work.carryOut(
                  tx,
                  unit -> {
                    unit.actAs(actor);
                    Ticket ticket = unit.ticket(ticketId);
                    Permissions.requireInScope(user, ticket);
                    Versions.require(version, ticket.version(), "工单 " + ticketId);
                    unit.decide(ticketId, command.apply(unit, ticket));
                    return unit.settled(ticketId);
                  });
          if (action == TicketAction.ARCHIVE) {
            archives.seal(tx, actor, after);
          }
          return views.ticket(tx, after, user);
        });
  }
}
