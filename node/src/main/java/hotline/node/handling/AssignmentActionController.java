package hotline.node.handling;

import hotline.node.access.Permissions;
import hotline.node.access.SignedInUser;
import hotline.node.classification.Approver;
import hotline.node.classification.RequestKind;
import hotline.node.classification.UrgeKind;
import hotline.node.desk.TicketViews;
import hotline.node.exchange.DepartmentMaster;
import hotline.node.handling.ActionRequests.Contact;
import hotline.node.handling.ActionRequests.Convene;
import hotline.node.handling.ActionRequests.Decide;
import hotline.node.handling.ActionRequests.DecideRequest;
import hotline.node.handling.ActionRequests.Designate;
import hotline.node.handling.ActionRequests.Dispatch;
import hotline.node.handling.ActionRequests.Extension;
import hotline.node.handling.ActionRequests.FinishStep;
import hotline.node.handling.ActionRequests.MakeRequest;
import hotline.node.handling.ActionRequests.Merge;
import hotline.node.handling.ActionRequests.NotePhone;
import hotline.node.handling.ActionRequests.PassOn;
import hotline.node.handling.ActionRequests.PlanRequest;
import hotline.node.handling.ActionRequests.Reason;
import hotline.node.handling.ActionRequests.Redo;
import hotline.node.handling.ActionRequests.Reply;
import hotline.node.handling.ActionRequests.Return;
import hotline.node.handling.ActionRequests.Review;
import hotline.node.handling.ActionRequests.SignFor;
import hotline.node.handling.ActionRequests.SignRequest;
import hotline.node.handling.ActionRequests.Split;
import hotline.node.handling.ActionRequests.Urge;
import hotline.node.ticket.Assignment;
import hotline.node.ticket.AssignmentAction;
import hotline.node.ticket.AssignmentCommand;
import hotline.node.ticket.AssignmentId;
import hotline.node.ticket.HolderCommand;
import hotline.node.view.AssignmentView;
import hotline.node.view.Ids;
import hotline.node.work.TicketWork;
import hotline.sync.Transactions;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

/** What people do to an assignment that this node or one of its units carries out. */
@Controller("/api/assignments/{id}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "assignments")
class AssignmentActionController {

  private final Transactions transactions;
  private final TicketWork work;
  private final TicketViews views;
  private final Assignees assignees;
  private final SecrecyCheck secrecy;
  private final DepartmentMaster departments;

  AssignmentActionController(
      Transactions transactions,
      TicketWork work,
      TicketViews views,
      Assignees assignees,
      SecrecyCheck secrecy,
      DepartmentMaster departments) {
    this.departments = departments;
    this.transactions = transactions;
    this.work = work;
    this.views = views;
    this.assignees = assignees;
    this.secrecy = secrecy;
  }

  @Post("/sign-for")
  AssignmentView signFor(String id, SignedInUser user, @Valid @Body SignFor body) {
    return act(
        id,
        user,
        AssignmentAction.SIGN_FOR,
        body.version(),
        new AssignmentCommand.SignForWork(body.contactNote()));
  }

  @Post("/contact")
  AssignmentView contact(String id, SignedInUser user, @Valid @Body Contact body) {
    return act(
        id,
        user,
        AssignmentAction.CONTACT,
        body.version(),
        new AssignmentCommand.NoteContact(body.note(), body.wayOrCall(), body.resultOrReached()));
  }

  @Post("/reply")
  AssignmentView reply(String id, SignedInUser user, @Valid @Body Reply body) {
    secrecy.require(user, id, body.content(), body.secrecyChecked());
    return act(
        id,
        user,
        AssignmentAction.REPLY,
        body.version(),
        new AssignmentCommand.ReplyToHolder(
            body.content(), body.resolved(), body.contactedRequester()));
  }

  @Post("/request-return")
  AssignmentView requestReturn(String id, SignedInUser user, @Valid @Body Return body) {
    return act(
        id,
        user,
        AssignmentAction.REQUEST_RETURN,
        body.version(),
        new AssignmentCommand.RequestReturn(body.reason(), body.basis(), body.suggestion()));
  }

  @Post("/request-extension")
  AssignmentView requestExtension(String id, SignedInUser user, @Valid @Body Extension body) {
    return act(
        id,
        user,
        AssignmentAction.REQUEST_EXTENSION,
        body.version(),
        new AssignmentCommand.RequestExtension(
            body.reason(), body.workingDays(), body.requesterInformed()));
  }

  /** Asks for something: on-account, exclusion … (LIF-09 to LIF-18). */
  @Post("/request")
  AssignmentView request(String id, SignedInUser user, @Valid @Body MakeRequest body) {
    AssignmentCommand command = new AssignmentCommand.MakeRequest(body.draft());
    return act(
        id,
        user,
        body.kind() == RequestKind.EXTENSION
            ? AssignmentAction.REQUEST_EXTENSION
            : AssignmentAction.REQUEST,
        body.version(),
        command);
  }

  /** Plans what cannot be solved soon, and explains it to the citizen (RVS-18). */
  @Post("/plan")
  AssignmentView plan(String id, SignedInUser user, @Valid @Body PlanRequest body) {
    secrecy.require(user, id, body.explanation(), body.secrecyChecked());
    return act(id, user, AssignmentAction.PLAN, body.version(), body.command());
  }

  /** A milestone of the plan has been reached. */
  @Post("/finish-step")
  AssignmentView finishStep(String id, SignedInUser user, @Valid @Body FinishStep body) {
    return act(
        id,
        user,
        AssignmentAction.FINISH_STEP,
        body.version(),
        new AssignmentCommand.FinishStep(body.number(), body.note()));
  }

  /** A leader of the unit signs its request (LIF-10, LIF-11). */
  @Post("/sign-request")
  AssignmentView signRequest(String id, SignedInUser user, @Valid @Body SignRequest body) {
    return act(
        id,
        user,
        AssignmentAction.SIGN_REQUEST,
        body.version(),
        new AssignmentCommand.SignRequest(body.number(), body.approve(), body.opinion()));
  }

  /** Asks upward for what an order below asks for. */
  @Post("/pass-on-request")
  AssignmentView passOnRequest(String id, SignedInUser user, @Valid @Body PassOn body) {
    return act(
        id,
        user,
        AssignmentAction.PASS_ON_REQUEST,
        body.version(),
        new AssignmentCommand.PassOnRequest(Ids.assignment(body.assignmentId()), body.number()));
  }

  @Post("/decide-request")
  AssignmentView decideRequest(String id, SignedInUser user, @Valid @Body DecideRequest body) {
    return act(
        id,
        user,
        AssignmentAction.DECIDE_REQUEST,
        body.version(),
        HolderCommands.decideRequest(body, Approver.PLATFORM));
  }

  @Post("/office-decide")
  AssignmentView officeDecide(String id, SignedInUser user, @Valid @Body DecideRequest body) {
    return act(
        id,
        user,
        AssignmentAction.OFFICE_DECIDE,
        body.version(),
        HolderCommands.decideRequest(body, Approver.OFFICE));
  }

  /** Handles other assignments of the same assignee as one with this (LIF-15). */
  @Post("/merge")
  AssignmentView merge(String id, SignedInUser user, @Valid @Body Merge body) {
    return act(
        id,
        user,
        AssignmentAction.MERGE,
        body.version(),
        new AssignmentCommand.MergeWork(body.ids()));
  }

  /** Undoes a merge. */
  @Post("/split")
  AssignmentView split(String id, SignedInUser user, @Valid @Body Split body) {
    return act(
        id,
        user,
        AssignmentAction.SPLIT,
        body.version(),
        new AssignmentCommand.SplitWork(Ids.assignment(body.assignmentId())));
  }

  @Post("/convene")
  AssignmentView convene(String id, SignedInUser user, @Valid @Body Convene body) {
    return act(
        id,
        user,
        AssignmentAction.CONVENE,
        body.version(),
        new HolderCommand.ConveneMeeting(body.reason(), body.participants()));
  }

  @Post("/designate")
  AssignmentView designate(String id, SignedInUser user, @Valid @Body Designate body) {
    return act(
        id,
        user,
        AssignmentAction.DESIGNATE,
        body.version(),
        new HolderCommand.DesignateUnits(body.outcome(), assignees.drafts(body.orders())));
  }

  @Post("/note-phone")
  AssignmentView notePhone(String id, SignedInUser user, @Valid @Body NotePhone body) {
    return act(
        id,
        user,
        AssignmentAction.NOTE_PHONE,
        body.version(),
        new HolderCommand.NotePhoneCall(Ids.assignment(body.assignmentId()), body.note()));
  }

  @Post("/dispatch")
  AssignmentView dispatch(String id, SignedInUser user, @Valid @Body Dispatch body) {
    return act(
        id,
        user,
        AssignmentAction.DISPATCH,
        body.version(),
        new HolderCommand.PlaceOrders(assignees.drafts(body.orders())));
  }

  @Post("/escalate")
  AssignmentView escalate(String id, SignedInUser user, @Valid @Body Reason body) {
    return act(
        id,
        user,
        AssignmentAction.ESCALATE,
        body.version(),
        new HolderCommand.Escalate(body.reason()));
  }

  @Post("/review")
  AssignmentView review(String id, SignedInUser user, @Valid @Body Review body) {
    return act(id, user, AssignmentAction.REVIEW, body.version(), HolderCommands.review(body));
  }

  @Post("/decide-return")
  AssignmentView decideReturn(String id, SignedInUser user, @Valid @Body Decide body) {
    return act(
        id,
        user,
        AssignmentAction.DECIDE_RETURN,
        body.version(),
        HolderCommands.decideReturn(body));
  }

  @Post("/decide-extension")
  AssignmentView decideExtension(String id, SignedInUser user, @Valid @Body Decide body) {
    return act(
        id,
        user,
        AssignmentAction.DECIDE_EXTENSION,
        body.version(),
        HolderCommands.decideExtension(body));
  }

  @Post("/redo")
  AssignmentView redo(String id, SignedInUser user, @Valid @Body Redo body) {
    return act(id, user, AssignmentAction.REDO, body.version(), HolderCommands.redo(body));
  }

  @Post("/remind")
  AssignmentView remind(String id, SignedInUser user, @Valid @Body Urge body) {
    return act(
        id,
        user,
        AssignmentAction.REMIND,
        body.version(),
        HolderCommands.urge(body, UrgeKind.REMINDER));
  }

  @Post("/supervise")
  AssignmentView supervise(String id, SignedInUser user, @Valid @Body Urge body) {
    return act(
        id,
        user,
        AssignmentAction.SUPERVISE,
        body.version(),
        HolderCommands.urge(body, UrgeKind.SUPERVISION));
  }

  private AssignmentView act(
      String id,
      SignedInUser user,
      AssignmentAction action,
      @Nullable Long version,
      AssignmentCommand command) {
    AssignmentId assignmentId = Ids.assignment(id);
    return transactions.call(
        tx -> {
          Assignment after =
              work.carryOut(
                  tx,
                  unit -> {
                    Assignment assignment = unit.assignment(assignmentId);
                    Permissions.requireInScope(user, unit.ticket(assignmentId.ticket()));
                    unit.actAs(Permissions.actorFor(user, action, assignment));
                    departments.requireHandledHere(tx, assignment);
                    Versions.require(version, assignment.version(), "派办 " + assignmentId);
                    unit.decide(assignmentId, command);
                    return unit.settled(assignmentId);
                  });
          return views.assignment(tx, after, user);
        });
  }
}
