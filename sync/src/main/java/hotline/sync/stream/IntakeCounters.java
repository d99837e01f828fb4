package hotline.sync.stream;

import java.util.concurrent.atomic.AtomicLong;

/** What came in from one neighbour. */
final class IntakeCounters {

  /** Messages that were not batches, or not what their origin signed. */
  final AtomicLong damaged = new AtomicLong();

  /** Batches of streams that the neighbour may not bring. */
  final AtomicLong foreign = new AtomicLong();

  /** Records that came a second time. */
  final AtomicLong repeated = new AtomicLong();

  /** Records fetched over gRPC. */
  final AtomicLong refilled = new AtomicLong();
}
