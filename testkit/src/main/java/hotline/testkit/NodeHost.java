package hotline.testkit;

/** How one node runs: in this virtual machine, or as a process of its own. */
interface NodeHost {

  /** Starts it; returns when it has been asked to, which may be before it serves. */
  void start(NodeConfig config);

  /** Ends it in good order; does nothing when it does not run. */
  void stop();

  /**
   * Ends it as a power cut would.
   *
   * @throws UnsupportedOperationException when it shares a process with others
   */
  void kill();

  boolean isRunning();

  /** What helps to see why it did not start. */
  String log();
}
