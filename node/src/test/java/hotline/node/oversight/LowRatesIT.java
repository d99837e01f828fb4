package hotline.node.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.node.EmbeddedNode;
import hotline.node.MovableClock;
import hotline.node.NodeHttp;
import hotline.node.Samples;
import hotline.node.classification.ContactResult;
import hotline.node.classification.ContactWay;
import hotline.node.classification.FollowUpChannel;
import hotline.node.classification.Role;
import hotline.node.classification.Satisfaction;
import hotline.node.classification.SupervisionTool;
import hotline.node.classification.SupervisionTrigger;
import hotline.node.store.EntityFilter;
import hotline.node.store.EntityStore;
import hotline.node.supervision.Supervision;
import hotline.node.ticket.Actor;
import hotline.node.ticket.AssignmentCommand.NoteContact;
import hotline.node.ticket.AssignmentCommand.ReplyToHolder;
import hotline.node.ticket.AssignmentCommand.SignForWork;
import hotline.node.ticket.AssignmentId;
import hotline.node.ticket.HolderCommand.ReviewReply;
import hotline.node.ticket.TicketCommand.ExplainToRequester;
import hotline.node.ticket.TicketCommand.FollowUpTicket;
import hotline.node.wire.EntityForms;
import hotline.node.work.TicketWork;
import hotline.requirements.Requirement;
import hotline.sync.Transactions;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LowRatesIT {

  @Test
  @Requirement({"SUP-05", "SLA-16", "Q-04", "POL-19"})
  void aUnitBelowEightyPercentIsSupervisedOnTheTwentiethOnce(@TempDir Path folder) {
    MovableClock clock = new MovableClock();
    clock.set(Instant.parse("2026-12-10T02:00:00Z"));
    try (EmbeddedNode node =
        EmbeddedNode.start(folder, clock, Map.of("hotline.node.policy", "baotou"))) {
      for (int i = 0; i < 5; i++) {
        closed(node, i == 0 ? Satisfaction.SATISFIED : Satisfaction.DISSATISFIED);
      }
      TriggerSweep sweep = node.bean(TriggerSweep.class);
      sweep.run();
      assertThat(lowRates(node)).isEmpty();

      clock.set(Instant.parse("2026-12-20T02:00:00Z"));
      sweep.run();
      sweep.run();

      assertThat(lowRates(node))
          .singleElement()
          .satisfies(
              one -> {
                assertThat(one.demand().tool()).isEqualTo(SupervisionTool.MEETING);
                assertThat(one.about().target().codeText()).isEqualTo("CGJ");
                assertThat(one.demand().text()).contains("满意率20.0%");
              });
    }
  }

  /** A feedback is enough for the limit, closes nothing, and is no cause for a supervision. */
  @Test
  @Requirement({"Q-09", "POL-19"})
  void whatHasBeenFedBackInTimeIsNotOverdueAlthoughItGoesOn(@TempDir Path folder) {
    MovableClock clock = new MovableClock();
    clock.set(Instant.parse("2026-12-01T02:00:00Z"));
    try (EmbeddedNode node =
        EmbeddedNode.withUsers(folder, clock, Map.of("hotline.node.policy", "baotou"))) {
      AssignmentId fedBack = Samples.dispatched(node);
      node.bean(TicketWork.class)
          .carryOut(
              unit -> {
                unit.actAs(Samples.CALL_TAKER);
                return unit.decide(fedBack, new SignForWork("已联系"));
              });
      AssignmentId silent = Samples.dispatched(node);
      clock.set(Instant.parse("2026-12-15T02:00:00Z"));
      node.bean(TriggerSweep.class).run();

      NodeHttp http = node.http();
      assertThat(http.get("duban", "/api/supervisions?ticket=" + silent.ticket()).list("items"))
          .extracting(one -> one.get("trigger"))
          .containsExactly("OVERDUE");
      assertThat(http.get("duban", "/api/supervisions?ticket=" + fedBack.ticket()).list("items"))
          .isEmpty();
      NodeHttp.Answer figures = http.get("duban", "/api/assessment?month=2026-12");
      assertThat(String.valueOf(figures.list("list").get(0).get("numbers")))
          .contains("volume=2", "repliedInTime=1", "overdue=1", "replied=0");
    }
  }

  private static List<Supervision> lowRates(EmbeddedNode node) {
    return node
        .bean(Transactions.class)
        .call(
            tx ->
                node.bean(EntityStore.class)
                    .list(tx, EntityForms.SUPERVISION, EntityFilter.ALL, 0, 100))
        .stream()
        .filter(one -> one.demand().trigger() == SupervisionTrigger.LOW_RATES)
        .toList();
  }

  private static void closed(EmbeddedNode node, Satisfaction rating) {
    AssignmentId id = Samples.dispatched(node);
    node.bean(TicketWork.class)
        .carryOut(
            unit -> {
              unit.actAs(Samples.CALL_TAKER);
              unit.decide(id, new SignForWork("已联系"));
              unit.decide(id, new ReplyToHolder("已修复", true, true));
              unit.settled(id);
              unit.decide(id.ticket(), new ReviewReply(id, true, null));
              unit.actAs(Actor.user("huifang", Role.FOLLOW_UP));
              unit.decide(
                  id.ticket(),
                  new FollowUpTicket(FollowUpChannel.CALL, rating, rating.passes(), null));
              unit.settled(id);
              if (!rating.passes()) {
                // the dissatisfied are visited first (LIF-17)
                unit.decide(id, new NoteContact("上门了解", ContactWay.VISIT, ContactResult.REACHED));
                unit.settled(id);
              }
              return rating.passes()
                  ? unit.ticket(id.ticket())
                  : unit.decide(id.ticket(), new ExplainToRequester("超出政策"));
            });
  }
}
