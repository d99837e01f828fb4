package hotline.node.timer;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.node.EmbeddedNode;
import hotline.node.MovableClock;
import hotline.node.Samples;
import hotline.node.classification.RatingSource;
import hotline.node.ticket.Assignment;
import hotline.node.ticket.AssignmentCommand.ReplyToHolder;
import hotline.node.ticket.AssignmentCommand.SignForWork;
import hotline.node.ticket.AssignmentId;
import hotline.node.ticket.AssignmentState;
import hotline.node.ticket.HolderCommand.ReviewReply;
import hotline.node.ticket.Ticket;
import hotline.node.ticket.TicketState;
import hotline.node.work.TicketWork;
import hotline.requirements.Requirement;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepsIT {

  private static final MovableClock clock = new MovableClock();

  @SuppressWarnings("NullAway.Init")
  private static EmbeddedNode node;

  @BeforeAll
  static void start(@TempDir Path folder) {
    node = EmbeddedNode.start(folder, clock);
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @Test
  @Requirement("LIF-02")
  void workThatNobodySignsForInTimeCountsAsSignedFor() {
    AssignmentId id = Samples.dispatched(node);
    Sweeps sweeps = node.bean(Sweeps.class);
    sweeps.deemSignedFor();
    assertThat(assignment(id).state()).isEqualTo(AssignmentState.AWAITING_SIGN_FOR);

    // longer than any weekend or holiday
    clock.putForward(Duration.ofDays(14));
    sweeps.deemSignedFor();
    sweeps.deemSignedFor();

    assertThat(assignment(id).state()).isEqualTo(AssignmentState.IN_HANDLING);
    assertThat(assignment(id).handling().signFor()).matches(signFor -> signFor.deemed());
  }

  @Test
  @Requirement({"RVS-06", "SLA-10"})
  void silenceAfterTheFollowUpLimitCountsAsSatisfied() {
    AssignmentId id = Samples.dispatched(node);
    node.bean(TicketWork.class)
        .carryOut(
            unit -> {
              unit.actAs(Samples.CALL_TAKER);
              unit.decide(id, new SignForWork("已联系"));
              unit.decide(id, new ReplyToHolder("已修复", true, true));
              unit.settled(id);
              return unit.decide(id.ticket(), new ReviewReply(id, true, null));
            });
    Sweeps sweeps = node.bean(Sweeps.class);
    sweeps.assumeSatisfied();
    assertThat(ticket(id).state()).isEqualTo(TicketState.AWAITING_FOLLOW_UP);

    clock.putForward(Duration.ofHours(25));
    sweeps.assumeSatisfied();

    assertThat(ticket(id).state()).isEqualTo(TicketState.CLOSED);
    assertThat(ticket(id).followUps().last())
        .hasValueSatisfying(
            rating -> assertThat(rating.source()).isEqualTo(RatingSource.DEFAULT_24H));
  }

  private static Assignment assignment(AssignmentId id) {
    return node.bean(TicketWork.class).carryOut(unit -> unit.assignment(id));
  }

  private static Ticket ticket(AssignmentId id) {
    return node.bean(TicketWork.class).carryOut(unit -> unit.ticket(id.ticket()));
  }
}
