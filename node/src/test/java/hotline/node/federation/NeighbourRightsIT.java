package hotline.node.federation;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.node.EmbeddedNode;
import hotline.node.Samples;
import hotline.node.classification.ContactResult;
import hotline.node.classification.ContactWay;
import hotline.node.error.ErrorCode;
import hotline.node.ticket.Actor;
import hotline.node.ticket.AssignmentId;
import hotline.node.ticket.AssignmentState;
import hotline.node.ticket.Contact;
import hotline.node.ticket.Effect;
import hotline.node.ticket.Instruction;
import hotline.node.ticket.Report;
import hotline.node.wire.CommandPayload;
import hotline.node.wire.CommandWire;
import hotline.node.work.TicketWork;
import hotline.sync.NodeCode;
import hotline.sync.Transactions;
import hotline.sync.command.CommandHandler;
import hotline.sync.command.CommandId;
import hotline.sync.command.CommandOutcome;
import hotline.sync.command.InboundCommand;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A neighbour may only speak about what is between it and this node. */
class NeighbourRightsIT {

  private static final NodeCode SELF = NodeCode.of("621000");
  private static final NodeCode STRANGER = NodeCode.of("621021");

  @SuppressWarnings("NullAway.Init")
  private static EmbeddedNode node;

  @BeforeAll
  static void start(@TempDir Path folder) {
    node = EmbeddedNode.start(folder, Clock.systemUTC());
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @Test
  void nobodyInstructsWorkThatHeDidNotDispatch() {
    AssignmentId id = Samples.dispatched(node);
    Instruction cancel = new Instruction.Cancelled("不必办了", Instant.EPOCH);

    CommandOutcome outcome =
        receive(CommandWire.encode(new Effect.Instruct(id, SELF, cancel), null));

    assertThat(outcome).isInstanceOf(CommandOutcome.Refused.class);
    assertThat(((CommandOutcome.Refused) outcome).errorCode())
        .isEqualTo(ErrorCode.FORBIDDEN.number());
    assertThat(node.bean(TicketWork.class).carryOut(unit -> unit.assignment(id)).state())
        .isEqualTo(AssignmentState.AWAITING_SIGN_FOR);
  }

  @Test
  void nobodyReportsOnAnOrderThatWentToSomebodyElse() {
    AssignmentId id = Samples.dispatched(node);
    Report report =
        new Report.Contacted(
            new Contact(
                Instant.EPOCH,
                Actor.node(STRANGER),
                "冒名顶替",
                ContactWay.CALL,
                ContactResult.REACHED));

    CommandOutcome outcome = receive(CommandWire.encode(new Effect.SendReport(id, SELF, report)));

    assertThat(outcome)
        .isInstanceOfSatisfying(
            CommandOutcome.Refused.class,
            refused -> assertThat(refused.errorName()).isEqualTo("FORBIDDEN"));
  }

  @Test
  void whatCannotBeReadIsRefusedForGood() {
    CommandOutcome outcome =
        receive(
            new CommandPayload(
                "report.Replied", "not a report".getBytes(StandardCharsets.US_ASCII)));

    assertThat(outcome)
        .isInstanceOfSatisfying(
            CommandOutcome.Refused.class,
            refused -> assertThat(refused.errorName()).isEqualTo("INVALID_INPUT"));
  }

  private static CommandOutcome receive(CommandPayload command) {
    InboundCommand inbound =
        new InboundCommand(
            new CommandId(UUID.randomUUID()),
            STRANGER,
            "key",
            command.type(),
            command.payload(),
            Instant.EPOCH);
    return node.bean(Transactions.class)
        .call(tx -> node.bean(CommandHandler.class).handle(tx, inbound));
  }
}
