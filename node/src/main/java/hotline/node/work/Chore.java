package hotline.node.work;

import java.time.Duration;

/**
 * Something to be done over and over: one process of the node does it at a time, another takes over
 * when that one is gone. It may be run at any time, any number of times.
 */
public interface Chore {

  /** A stable name of its own. */
  String name();

  /** The pause between two runs. */
  Duration every();

  void run();
}
