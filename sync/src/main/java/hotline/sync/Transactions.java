package hotline.sync;

/** Runs work in database transactions of READ COMMITTED isolation. */
public interface Transactions {

  /**
   * Runs {@code work} in a new transaction: commits when it returns, rolls back when it throws. A
   * deadlock victim or lock timeout is run again a few times, so {@code work} must have no effect
   * outside the transaction.
   *
   * @throws E whatever {@code work} threw
   */
  <T, E extends Exception> T call(Work<T, E> work) throws E;

  /** {@link #call} for work without a result. */
  default <E extends Exception> void run(Action<E> action) throws E {
    this.<Boolean, E>call(
        tx -> {
          action.run(tx);
          return true;
        });
  }

  /** Work with a result. */
  @FunctionalInterface
  interface Work<T, E extends Exception> {
    T in(Tx tx) throws E;
  }

  /** Work without a result. */
  @FunctionalInterface
  interface Action<E extends Exception> {
    void run(Tx tx) throws E;
  }
}
