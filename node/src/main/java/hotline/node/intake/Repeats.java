package hotline.node.intake;

import hotline.node.store.RepeatStore;
import hotline.node.ticket.Ticket;
import hotline.node.ticket.TicketState;
import hotline.node.wire.CommandPayload;
import hotline.node.wire.RepeatCommandWire;
import hotline.node.wire.RepeatCommandWire.Told;
import hotline.sync.NodeCode;
import hotline.sync.Transactions;
import hotline.sync.Tx;
import hotline.sync.command.CommandDraft;
import hotline.sync.command.CommandOutbox;
import hotline.sync.link.NodeLink;
import hotline.sync.trust.Tree;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices that the same person has brought the same matter to two nodes that do not see each
 * other's tickets. The lowest node above both has the records of both, and tells the one
 * that came later, down the tree. It goes by the keyed hashes in the records; nobody's name or
 * number moves.
 */
@Singleton
public final class Repeats {

  /** Of one person; who has brought more is looked at by the newest. */
  private static final int MOST = 500;

  private static final int AT_ONCE = 100;

  private static final Set<TicketState> OPEN =
      EnumSet.of(TicketState.REGISTERED, TicketState.ACCEPTED, TicketState.IN_HANDLING);

  private static final Logger log = LoggerFactory.getLogger(Repeats.class);

  private final Set<String> waiting = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean looking = new AtomicBoolean();
  private final ExecutorService executor;
  private final Transactions transactions;
  private final RepeatStore store;
  private final Duplicates duplicates;
  private final Clock clock;

  /** Looked up late: what the links bring in comes here. */
  private final Provider<CommandOutbox> outbox;

  private final Provider<NodeLink> link;

  Repeats(
      @Named(TaskExecutors.BLOCKING) ExecutorService executor,
      Transactions transactions,
      RepeatStore store,
      Duplicates duplicates,
      Provider<CommandOutbox> outbox,
      Provider<NodeLink> link,
      Clock clock) {
    this.executor = executor;
    this.transactions = transactions;
    this.store = store;
    this.duplicates = duplicates;
    this.outbox = outbox;
    this.link = link;
    this.clock = clock;
  }

  /**
   * Looks at tickets of the nodes below that this transaction brings up to date, once it has
   * committed: of two that come at the same moment the later to commit sees both. Looking again
   * does nothing twice, and what a dying process has not looked at is looked at with the ticket's
   * next record.
   */
  public void notice(Tx tx, Collection<Ticket> tickets) {
    List<String> keys =
        tickets.stream()
            .filter(ticket -> OPEN.contains(ticket.state()))
            .map(ticket -> ticket.requester().key())
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    if (!keys.isEmpty()) {
      tx.afterCommit(() -> lookSoon(keys));
    }
  }

  /** One look at a time: a node that catches up brings records faster than anybody looks. */
  private void lookSoon(List<String> keys) {
    waiting.addAll(keys);
    if (looking.compareAndSet(false, true)) {
      try {
        executor.execute(this::lookAtAll);
      } catch (RejectedExecutionException e) {
        looking.set(false);
        log.debug("Not looked for repeats: this process is ending", e);
      }
    }
  }

  private void lookAtAll() {
    do {
      try {
        while (!waiting.isEmpty()) {
          List<String> some = waiting.stream().limit(AT_ONCE).toList();
          // whoever comes up again from here on is looked at once more
          some.forEach(waiting::remove);
          look(some);
        }
      } finally {
        looking.set(false);
      }
    } while (!waiting.isEmpty() && looking.compareAndSet(false, true));
  }

  private void look(List<String> keys) {
    try {
      transactions.<RuntimeException>run(
          tx -> store.atSeveralNodes(tx, keys).forEach(key -> look(tx, key)));
    } catch (RuntimeException e) {
      log.warn("Repeats among {} requesters have not been looked for", keys.size(), e);
    }
  }

  private void look(Tx tx, String key) {
    List<Ticket> found = store.ofRequester(tx, key, MOST);
    for (Ticket earlier : found) {
      for (Ticket later : found) {
        if (comesLater(later, earlier) && duplicates.areSame(earlier, later)) {
          tell(tx, later, earlier);
        }
      }
    }
  }

  /** Takes in what the node above tells, or passes it on to whose ticket it is. */
  public void told(Tx tx, Told told) {
    Tree tree = link.get().tree();
    NodeCode owner = told.ticket().issuer();
    if (owner.equals(tree.self())) {
      store.told(
          tx,
          new RepeatStore.Repeat(told.ticket(), told.earlier(), told.concluded(), clock.instant()));
    } else {
      tree.childTowards(owner).ifPresent(child -> send(tx, child, told));
    }
  }

  private void tell(Tx tx, Ticket later, Ticket earlier) {
    Instant now = clock.instant();
    boolean concluded = Duplicates.concluded(earlier);
    Tree tree = link.get().tree();
    Optional<NodeCode> child = tree.childTowards(later.owner().code());
    // of the nodes that see both, the lowest tells
    boolean lowest = !child.equals(tree.childTowards(earlier.owner().code()));
    if (child.isPresent()
        && lowest
        && (concluded || Duplicates.inHandling(earlier, now))
        && store.tell(tx, later.id(), earlier.id())) {
      send(tx, child.get(), new Told(later.id(), earlier.id(), concluded));
    }
  }

  private void send(Tx tx, NodeCode child, Told told) {
    CommandPayload command = RepeatCommandWire.write(told);
    outbox
        .get()
        .enqueue(
            tx,
            new CommandDraft(child, told.ticket().toString(), command.type(), command.payload()));
  }

  private static boolean comesLater(Ticket later, Ticket earlier) {
    return OPEN.contains(later.state())
        && !later.owner().code().equals(earlier.owner().code())
        && later.clock().registeredAt().isAfter(earlier.clock().registeredAt());
  }
}
