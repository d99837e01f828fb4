package hotline.node.exchange;

import static hotline.node.entity.Checks.requireText;

import hotline.node.classification.ContactResult;
import hotline.node.classification.ContactWay;
import hotline.node.classification.HandlingRole;
import hotline.node.error.ErrorCode;
import hotline.node.error.RefusedException;
import hotline.node.intake.Registration;
import hotline.node.line.Line;
import hotline.node.ticket.Actor;
import hotline.node.ticket.Alias;
import hotline.node.ticket.AssignmentCommand;
import hotline.node.ticket.AssignmentId;
import hotline.node.ticket.HolderCommand;
import hotline.node.ticket.Order;
import hotline.node.ticket.OrderDraft;
import hotline.node.ticket.TicketId;
import hotline.node.ticket.UnitRef;
import hotline.node.work.TicketWork;
import hotline.node.work.UnitOfWork;
import hotline.sync.Tx;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A department's tickets as this hub keeps them: registered and accepted in the department's window
 * (TOP-05), handled and answered by it (TOP-06), while follow-up, rating and supervision stay with
 * the hub (Q-15, RVS-15). Each push becomes the command that the department's people would have
 * given here, under the same rules.
 */
@Singleton
final class DepartmentTickets {

  private final TicketWork work;
  private final Registration registration;

  DepartmentTickets(TicketWork work, Registration registration) {
    this.work = work;
    this.registration = registration;
  }

  /** Carries a push out; returns the hub's ticket. */
  TicketId carryOut(Tx tx, Actor actor, Line line, @Nullable TicketId known, Push push) {
    if (push.kind() == Push.Kind.REGISTERED) {
      return register(tx, actor, line, known, push);
    }
    if (known == null) {
      throw new RefusedException(ErrorCode.EXCHANGE_RULE, push.number() + " 尚未推送登记信息（REGISTERED）");
    }
    UnitRef unit = department(line);
    work.carryOut(
        tx,
        unitOfWork -> {
          unitOfWork.actAs(actor);
          AssignmentId assignment = assignment(unitOfWork, known, unit);
          act(unitOfWork, assignment, push);
          return unitOfWork.settled(known);
        });
    return known;
  }

  private TicketId register(Tx tx, Actor actor, Line line, @Nullable TicketId known, Push push) {
    if (known != null || push.sequence() != 1) {
      throw new RefusedException(ErrorCode.EXCHANGE_RULE, push.number() + " 的登记信息须为序号 1，且只推送一次");
    }
    if (push.appeal() == null) {
      throw new RefusedException(ErrorCode.EXCHANGE_RULE, "登记信息（REGISTERED）须给出 appeal");
    }
    UnitRef unit = department(line);
    TicketId id = registration.nextId();
    registration.registerElsewhere(
        tx,
        id,
        push.appeal(),
        new Alias(line.number().value(), push.number()),
        actor,
        List.of(new OrderDraft(unit, HandlingRole.LEAD, "双号并行，由部门系统办理")));
    return id;
  }

  private static void act(UnitOfWork unit, AssignmentId assignment, Push push) {
    switch (push.kind()) {
      case SIGNED_FOR -> unit.decide(assignment, new AssignmentCommand.SignForWork(push.text()));
      case CONTACTED ->
          unit.decide(
              assignment,
              new AssignmentCommand.NoteContact(
                  text(push), ContactWay.CALL, ContactResult.REACHED));
      case REPLIED -> reply(unit, assignment, push);
      case RETURN_REQUESTED ->
          unit.decide(
              assignment,
              new AssignmentCommand.RequestReturn(
                  text(push), given(push.basis()), given(push.suggestion())));
      case EXTENSION_REQUESTED ->
          unit.decide(
              assignment,
              new AssignmentCommand.RequestExtension(
                  text(push), push.workingDays() == null ? 0 : push.workingDays(), true));
      case REGISTERED -> throw new AssertionError(push);
    }
  }

  /** The department has answered the citizen itself; the hub asks him how it was. */
  private static void reply(UnitOfWork unit, AssignmentId assignment, Push push) {
    unit.decide(
        assignment,
        new AssignmentCommand.ReplyToHolder(
            text(push), !Boolean.FALSE.equals(push.resolved()), true));
    unit.settled(assignment);
    unit.decideAsHolder(
        assignment, new HolderCommand.ReviewReply(assignment, true, "双号并行，部门已直接答复诉求人"));
  }

  private static AssignmentId assignment(UnitOfWork unit, TicketId ticket, UnitRef department) {
    return unit.ticket(ticket).orders().live().stream()
        .filter(order -> order.assignee().codeText().equals(department.codeText()))
        .map(Order::assignment)
        .findFirst()
        .orElseThrow(
            () ->
                new RefusedException(
                    ErrorCode.EXCHANGE_RULE,
                    "工单 " + ticket + " 目前没有派给“" + department.name() + "”"));
  }

  private static UnitRef department(Line line) {
    UnitRef department = line.department();
    if (department == null) {
      throw new RefusedException(ErrorCode.EXCHANGE_RULE, "热线 " + line.number() + " 没有登记业务主管部门");
    }
    return department;
  }

  private static String text(Push push) {
    return requireText(push.text(), ErrorCode.EXCHANGE_RULE, push.kind() + " 的内容（text）");
  }

  private static String given(@Nullable String text) {
    return text == null ? "" : text;
  }
}
