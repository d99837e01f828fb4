package hotline.node.work;

import hotline.sync.Transactions;
import hotline.sync.Tx;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.function.Function;

/** Opens units of work. */
@Singleton
public final class TicketWork {

  private final Transactions transactions;
  private final Rules rules;
  private final Clock clock;
  private final Ledger ledger;

  TicketWork(Transactions transactions, Rules rules, Clock clock, Ledger ledger) {
    this.transactions = transactions;
    this.rules = rules;
    this.clock = clock;
    this.ledger = ledger;
  }

  /**
   * Carries work out in a transaction of its own, which is committed when this returns.
   *
   * @throws hotline.node.error.RefusedException when a decision refuses; nothing has been written
   *     then
   */
  public <T> T carryOut(Function<UnitOfWork, T> work) {
    return transactions.call(tx -> carryOut(tx, work));
  }

  /** Likewise in the caller's transaction. */
  public <T> T carryOut(Tx tx, Function<UnitOfWork, T> work) {
    UnitOfWork unit = new UnitOfWork(tx, rules, clock, ledger);
    T result = work.apply(unit);
    unit.save();
    return result;
  }
}
