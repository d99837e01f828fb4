package hotline.node.live;

import io.micronaut.http.sse.Event;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscription;

/** Events on their way to one connection, few at a time. May be used by several threads. */
final class EventQueue implements Publisher<Event<LiveEvent>>, Subscription {

  private static final int MOST = 64;

  private final ArrayBlockingQueue<Event<LiveEvent>> waiting = new ArrayBlockingQueue<>(MOST);
  private final AtomicLong demand = new AtomicLong();
  private final AtomicInteger turns = new AtomicInteger();
  private final AtomicBoolean taken = new AtomicBoolean();
  private final Runnable left;
  private volatile org.reactivestreams.@Nullable Subscriber<? super Event<LiveEvent>> connection;
  private volatile boolean ended;
  private volatile boolean over;

  /**
   * @param left is run once the other side has gone
   */
  EventQueue(Runnable left) {
    this.left = left;
  }

  /** False when the connection does not keep up, or is over. */
  boolean offer(Event<LiveEvent> event) {
    boolean room = !ended && !over && waiting.offer(event);
    deliver();
    return room;
  }

  /** What is waiting is still delivered. */
  void end() {
    ended = true;
    deliver();
  }

  @Override
  public void subscribe(org.reactivestreams.Subscriber<? super Event<LiveEvent>> subscriber) {
    if (!taken.compareAndSet(false, true)) {
      throw new IllegalStateException("one connection only");
    }
    subscriber.onSubscribe(this);
    connection = subscriber;
    deliver();
  }

  @Override
  public void request(long more) {
    demand.accumulateAndGet(
        Math.max(0, more), (a, b) -> a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b);
    deliver();
  }

  @Override
  public void cancel() {
    over = true;
    left.run();
  }

  /** One thread delivers at a time; whoever comes meanwhile leaves the work to it. */
  private void deliver() {
    if (turns.getAndIncrement() != 0) {
      return;
    }
    int seen = 1;
    do {
      var to = connection;
      if (to != null) {
        while (!over && demand.get() > 0) {
          Event<LiveEvent> event = waiting.poll();
          if (event == null) {
            break;
          }
          demand.decrementAndGet();
          to.onNext(event);
        }
        if (ended && !over && waiting.isEmpty()) {
          over = true;
          to.onComplete();
          left.run();
        }
      }
      seen = turns.addAndGet(-seen);
    } while (seen != 0);
  }
}
