package hotline.sync.command;

import hotline.sync.NodeCode;
import hotline.sync.Transactions;
import hotline.sync.Tx;
import hotline.sync.jdbc.DatabaseException;
import hotline.sync.trust.Tree;
import hotline.v1.CommandEnvelope;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out commands from neighbours: each once, in the order of its key, in one transaction with
 * its outcome. Safe for concurrent use, also by several processes of one node.
 */
final class Inbox {

  private static final Logger log = LoggerFactory.getLogger(Inbox.class);

  private final Transactions transactions;
  private final Tree tree;
  private final PeerRules rules;
  private final CommandHandler handler;
  private final Clock clock;
  private final InboundTable table = new InboundTable();

  Inbox(
      Transactions transactions, Tree tree, PeerRules rules, CommandHandler handler, Clock clock) {
    this.transactions = transactions;
    this.tree = tree;
    this.rules = rules;
    this.handler = handler;
    this.clock = clock;
  }

  /**
   * Carries a command out, or repeats the outcome that it had. What goes wrong is deferred: the
   * sender tries again.
   *
   * @throws IllegalArgumentException when the envelope is malformed or not from {@code peer}
   */
  hotline.v1.CommandOutcome receive(NodeCode peer, CommandEnvelope envelope) {
    InboundCommand command = Wire.inbound(tree.self(), peer, envelope);
    try {
      return carryOut(command, envelope.getSequence(), envelope.getPreviousSequence());
    } catch (RepeatedException e) {
      return repeated(command);
    } catch (RuntimeException e) {
      log.warn("Command {} ({}) not carried out now", command.id(), command.type(), e);
      return Wire.deferred(command.id(), "not carried out now: " + e.getClass().getSimpleName());
    }
  }

  private hotline.v1.CommandOutcome carryOut(InboundCommand command, long sequence, long previous)
      throws RepeatedException {
    return transactions.<hotline.v1.CommandOutcome, RepeatedException>call(
        tx -> {
          try {
            return carryOut(tx, command, sequence, previous);
          } catch (SQLException e) {
            throw new DatabaseException(e);
          }
        });
  }

  private hotline.v1.CommandOutcome carryOut(
      Tx tx, InboundCommand command, long sequence, long previous)
      throws SQLException, RepeatedException {
    Optional<CommandOutcome> known = table.outcome(tx, command.id());
    if (known.isPresent()) {
      return Wire.message(command.id(), known.get());
    }
    long last = table.lastSequence(tx, command.sender(), command.orderingKey());
    if (previous > last) {
      return Wire.deferred(
          command.id(), "command %d must come first, %d came last".formatted(previous, last));
    }
    if (sequence <= last) {
      // a late copy of a command that its sender cancelled: what followed it has been carried out
      return Wire.deferred(
          command.id(), "overtaken: command %d of the same key came before".formatted(last));
    }
    Optional<CommandOutcome.Refused> objection =
        rules.objectionToReceiving(tree, command.sender(), command.type());
    CommandOutcome outcome = objection.isPresent() ? objection.get() : handler.handle(tx, command);
    try {
      table.insert(tx, command, sequence, outcome, clock.instant());
    } catch (SQLIntegrityConstraintViolationException e) {
      // a copy of it was faster: what this one did is rolled back
      throw new RepeatedException(e);
    }
    return Wire.message(command.id(), outcome);
  }

  private hotline.v1.CommandOutcome repeated(InboundCommand command) {
    try {
      return transactions
          .<Optional<CommandOutcome>, SQLException>call(tx -> table.outcome(tx, command.id()))
          .map(outcome -> Wire.message(command.id(), outcome))
          .orElseGet(() -> Wire.deferred(command.id(), "a copy of it is being carried out"));
    } catch (SQLException | DatabaseException e) {
      return Wire.deferred(command.id(), "not carried out now: " + e.getClass().getSimpleName());
    }
  }

  /** Another copy of the same command has been carried out meanwhile. */
  private static final class RepeatedException extends Exception {

    private static final long serialVersionUID = 1L;

    RepeatedException(SQLException cause) {
      super(cause);
    }
  }
}
