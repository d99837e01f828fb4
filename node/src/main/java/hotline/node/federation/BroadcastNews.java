package hotline.node.federation;

import hotline.node.broadcast.BroadcastDocument;
import hotline.node.broadcast.BroadcastHead;
import hotline.node.broadcast.BroadcastListener;
import hotline.node.store.BroadcastStore;
import hotline.sync.NodeCode;
import hotline.sync.Transactions;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells listeners of reference documents. It compares the table with what each listener has been
 * told, so neither a crash between commit and call nor another process that commits is missed. Of
 * the documents themselves it reads those that somebody has not been told of, one at a time.
 */
@Singleton
class BroadcastNews {

  private static final Logger log = LoggerFactory.getLogger(BroadcastNews.class);
  private static final long INTERVAL_MILLIS = 2000;

  private final Transactions transactions;
  private final BroadcastStore store;
  private final List<Reader> readers = new CopyOnWriteArrayList<>();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread worker = new Thread(task, "broadcast-news");
            worker.setDaemon(true);
            return worker;
          });

  // of the worker's thread
  private long seen;

  BroadcastNews(Transactions transactions, BroadcastStore store) {
    this.transactions = transactions;
    this.store = store;
  }

  @EventListener
  void onStartup(StartupEvent event) {
    thread.scheduleWithFixedDelay(this::tell, 0, INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
  }

  void add(BroadcastListener listener) {
    readers.add(new Reader(listener));
    soon();
  }

  /** Looks at the table at once. */
  void soon() {
    try {
      thread.execute(this::tell);
    } catch (RejectedExecutionException e) {
      log.debug("closing: listeners are told at the next start");
    }
  }

  @PreDestroy
  void close() {
    thread.shutdownNow();
  }

  private void tell() {
    try {
      long count = transactions.call(store::count);
      if (count == seen && readers.stream().allMatch(reader -> reader.upToDate)) {
        return;
      }
      readers.forEach(reader -> reader.upToDate = true);
      for (BroadcastHead head : transactions.call(store::heads)) {
        List<Reader> waiting = readers.stream().filter(reader -> reader.lacks(head)).toList();
        if (!waiting.isEmpty()) {
          transactions
              .call(tx -> store.version(tx, head))
              .ifPresent(document -> waiting.forEach(reader -> reader.tell(document)));
        }
      }
      seen = count;
    } catch (RuntimeException e) {
      log.warn("cannot look for reference documents now: {}", e.toString());
    }
  }

  private record Key(NodeCode publisher, String kind, String key) {}

  /** A listener and what it knows. */
  private static final class Reader {

    private final BroadcastListener listener;
    private final Map<Key, Long> told = new HashMap<>();
    private boolean upToDate;

    Reader(BroadcastListener listener) {
      this.listener = listener;
    }

    boolean lacks(BroadcastHead head) {
      return told.getOrDefault(new Key(head.publisher(), head.kind(), head.key()), 0L)
          < head.version();
    }

    void tell(BroadcastDocument document) {
      try {
        listener.published(document);
        told.put(
            new Key(document.publisher(), document.kind(), document.key()), document.version());
      } catch (RuntimeException e) {
        upToDate = false;
        log.warn(
            "version {} of {}/{} of {} will be told again: {}",
            document.version(),
            document.kind(),
            document.key(),
            document.publisher(),
            e.toString());
      }
    }
  }
}
