package hotline.node;

import hotline.node.classification.Category;
import hotline.node.classification.Channel;
import hotline.node.classification.HandlingRole;
import hotline.node.classification.Region;
import hotline.node.classification.Role;
import hotline.node.classification.Urgency;
import hotline.node.ticket.Actor;
import hotline.node.ticket.Appeal;
import hotline.node.ticket.AssignmentId;
import hotline.node.ticket.HolderCommand.PlaceOrders;
import hotline.node.ticket.OrderDraft;
import hotline.node.ticket.PersonalData;
import hotline.node.ticket.RegisterTicket;
import hotline.node.ticket.Requester;
import hotline.node.ticket.TicketCommand.AcceptTicket;
import hotline.node.ticket.TicketId;
import hotline.node.ticket.UnitCode;
import hotline.node.ticket.UnitRef;
import hotline.node.work.TicketNumbers;
import hotline.node.work.TicketWork;
import java.time.Instant;
import java.util.List;

/** Made-up appeals, and the first steps with them. */
public final class Samples {

  public static final Actor CALL_TAKER = Actor.user("huawu", Role.CALL_TAKER);

  private Samples() {}

  public static RegisterTicket accepted(TicketId id) {
    Appeal appeal =
        new Appeal(
            Channel.PHONE,
            Category.COMPLAINT,
            Urgency.GENERAL,
            false,
            null,
            "路灯不亮",
            "南大街路灯连续三晚不亮",
            new Region("621002", "西峰区"),
            "南大街",
            Instant.parse("2026-11-20T11:00:00Z"),
            List.of());
    Requester requester = Requester.of(false, null, new PersonalData("王测试", "19900000001", "某小区"));
    return new RegisterTicket(id, "Q" + id, appeal, requester, new AcceptTicket(null));
  }

  /** Takes an appeal in and dispatches it to a unit; returns the assignment. */
  public static AssignmentId dispatched(EmbeddedNode node) {
    TicketId id = node.bean(TicketNumbers.class).next();
    return node.bean(TicketWork.class)
        .carryOut(
            unit -> {
              unit.actAs(CALL_TAKER);
              unit.register(accepted(id));
              unit.decide(
                  id,
                  new PlaceOrders(
                      List.of(
                          new OrderDraft(
                              new UnitRef(UnitCode.of("CGJ"), "市城管局"), HandlingRole.LEAD, null))));
              unit.settled(id);
              return AssignmentId.of(id, 1);
            });
  }
}
