package hotline.sync.command;

import hotline.sync.NodeCode;
import hotline.sync.Threads;
import hotline.sync.Transactions;
import hotline.sync.Tx;
import hotline.sync.jdbc.DatabaseException;
import hotline.sync.link.PeerChannels;
import hotline.sync.trust.Tree;
import io.grpc.BindableService;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;

/**
 * The command link of a node: brings its commands to its neighbours and carries out theirs.
 *
 * <ul>
 *   <li>Durable: a command that was committed is tried for as long as it takes, or until a person
 *       cancels it.
 *   <li>Ordered: commands of one target and ordering key are carried out in the order of their
 *       commits; a command that has to wait holds up its own key only.
 *   <li>Once: a repeat is answered with the first outcome.
 *   <li>Several processes may serve one node: one of them sends, all of them receive.
 * </ul>
 */
public final class CommandLink implements CommandOutbox, AutoCloseable {

  private static final long STOP_SECONDS = 5;

  private final Transactions transactions;
  private final Tree tree;
  private final PeerRules rules;
  private final OutcomeListener listener;
  private final Clock clock;
  private final CommandIds ids;
  private final OutboundTable table = new OutboundTable();
  private final OutboundOutcomes outcomes = new OutboundOutcomes();
  private final OutboundReport report = new OutboundReport();
  private final ExecutorService receivers;
  private final CommandEndpoint endpoint;
  private final Couriers couriers;

  /** With default settings. */
  public CommandLink(
      Transactions transactions,
      PeerChannels channels,
      Tree tree,
      PeerRules rules,
      CommandHandler handler,
      OutcomeListener listener,
      Clock clock) {
    this(transactions, channels, tree, rules, handler, listener, CommandSettings.defaults(), clock);
  }

  public CommandLink(
      Transactions transactions,
      PeerChannels channels,
      Tree tree,
      PeerRules rules,
      CommandHandler handler,
      OutcomeListener listener,
      CommandSettings settings,
      Clock clock) {
    this.transactions = transactions;
    this.tree = tree;
    this.rules = rules;
    this.listener = listener;
    this.clock = clock;
    this.ids = new CommandIds(clock);
    this.receivers = Threads.pool("command-receive", settings.receivers());
    this.endpoint =
        new CommandEndpoint(new Inbox(transactions, tree, rules, handler, clock), receivers);
    this.couriers = new Couriers(transactions, channels, tree, listener, settings, clock);
  }

  /** The service to be added to the link server, before or after {@link #start}. */
  public BindableService grpcService() {
    return endpoint;
  }

  /** Begins to send. */
  public void start() {
    couriers.start();
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException when the target is no neighbour, the rules do not let such a
   *     command go there, or a field is out of its limits
   */
  @Override
  public CommandId enqueue(Tx tx, CommandDraft draft) {
    Optional<String> objection = rules.objectionToSending(tree, draft.target(), draft.type());
    if (objection.isPresent()) {
      throw new IllegalArgumentException(objection.get());
    }
    Wire.checkText("ordering key", draft.orderingKey());
    Wire.checkText("type", draft.type());
    Wire.checkPayload(draft.payload().length);
    CommandId id = ids.next();
    try {
      table.insert(tx, id, draft, clock.instant());
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
    tx.afterCommit(() -> couriers.to(draft.target()).wake());
    return id;
  }

  /** How the commands for each neighbour fare, the parent first. */
  public List<TargetStatus> status() {
    return inTransaction(
        tx -> {
          List<TargetStatus> all = new ArrayList<>();
          for (NodeCode target : targets(tx)) {
            OutboundReport.Backlog backlog = report.backlog(tx, target);
            Courier courier = couriers.to(target);
            all.add(
                new TargetStatus(
                    target,
                    backlog.waiting(),
                    backlog.oldest(),
                    courier.circuit(),
                    courier.lastError()));
          }
          return all;
        });
  }

  /**
   * Commands that have been tried in vain, for each neighbour the oldest first.
   *
   * @param limit for each neighbour
   */
  public List<StuckCommand> stuck(int limit) {
    return inTransaction(
        tx -> {
          List<StuckCommand> all = new ArrayList<>();
          for (NodeCode target : targets(tx)) {
            all.addAll(report.stuck(tx, target, limit));
          }
          return all;
        });
  }

  /**
   * Gives a command up, in the caller's transaction; the listener hears of it in the same. Commands
   * behind it go on. The target may have carried it out nevertheless, if only its answer got lost;
   * that is noted when it becomes known.
   *
   * @param reason kept with the command; no personal data
   * @return false when it does not wait (any more)
   */
  public boolean cancel(Tx tx, CommandId id, String reason) {
    try {
      Optional<OutboundOutcomes.Locked> waiting = outcomes.lock(tx, id);
      if (waiting.isEmpty()) {
        return false;
      }
      OutboundOutcomes.Locked command = waiting.get();
      outcomes.settle(tx, command.id(), OutboundOutcomes.CANCELLED, reason, clock.instant());
      outcomes.skip(tx, command);
      listener.onCancelled(
          tx, id, command.target(), command.orderingKey(), command.type(), command.payload());
      tx.afterCommit(() -> couriers.to(command.target()).forget(id));
      return true;
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }

  /** Tries the commands for {@code target} at once instead of after their delays. */
  public void retryNow(NodeCode target) {
    couriers.to(target).retryNow();
  }

  /**
   * Removes commands that came to their end longer than {@code keep} ago, in small steps. Of those
   * from neighbours the last of each key stays: by it late copies are recognised and the order is
   * kept. A sender has only one command of a key on its way, so whatever has a successor will not
   * be repeated.
   *
   * @return how many were removed
   */
  public long prune(Duration keep) {
    return new CommandPruner(transactions).prune(clock.instant().minus(keep));
  }

  /** Whether this process is the one that sends. */
  public boolean isSending() {
    return couriers.isLeading();
  }

  private Set<NodeCode> neighbours() {
    Set<NodeCode> all = new LinkedHashSet<>();
    tree.parent().ifPresent(all::add);
    tree.children().stream().sorted().forEach(all::add);
    return all;
  }

  /** The neighbours and those that were neighbours once. */
  private Set<NodeCode> targets(Tx tx) throws SQLException {
    Set<NodeCode> all = neighbours();
    all.addAll(report.targets(tx));
    return all;
  }

  /** Stops sending and receiving; what is on its way is repeated after the next start. */
  @Override
  public void close() {
    couriers.close();
    Threads.stop(receivers, STOP_SECONDS);
  }

  private <T> T inTransaction(Transactions.Work<T, SQLException> work) {
    try {
      return transactions.call(work);
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }
}
