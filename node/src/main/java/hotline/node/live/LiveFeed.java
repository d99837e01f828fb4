package hotline.node.live;

import hotline.node.access.Sessions;
import hotline.node.access.SignedInUser;
import hotline.node.error.ErrorCode;
import hotline.node.error.RefusedException;
import io.micronaut.http.sse.Event;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Feeds the consoles that are open at this process. As long as there are any it looks once a second
 * what is new; each is asked to come again after a while, and is let go as soon as its user's
 * rights have changed.
 */
@Singleton
final class LiveFeed {

  private static final Logger log = LoggerFactory.getLogger(LiveFeed.class);

  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final int LOOKS_A_BEAT = 15;
  private static final Duration LIFETIME = Duration.ofMinutes(10);
  private static final int MOST = 3000;
  private static final int MOST_OF_ONE = 20;

  private final NewsReader reader;
  private final Sessions sessions;
  private final Clock clock;
  private final List<Subscriber> subscribers = new CopyOnWriteArrayList<>();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "live-feed");
            thread.setDaemon(true);
            return thread;
          });

  /** Of the timer's thread only; null while nobody listens. */
  private NewsReader.@Nullable Position position;

  private int looks;

  LiveFeed(NewsReader reader, Sessions sessions, Clock clock) {
    this.reader = reader;
    this.sessions = sessions;
    this.clock = clock;
    var unused =
        timer.scheduleWithFixedDelay(
            this::look, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
  }

  /**
   * What happens from now on, as far as the user may see it.
   *
   * @param mark what came with the last event that was received; what happened since comes first
   * @throws RefusedException when too many listen
   */
  Publisher<Event<LiveEvent>> subscribe(SignedInUser user, @Nullable Long mark) {
    long own =
        subscribers.stream().filter(s -> s.user().username().equals(user.username())).count();
    if (subscribers.size() >= MOST || own >= MOST_OF_ONE) {
      throw new RefusedException(ErrorCode.TOO_MANY_ATTEMPTS, "同时打开的实时连接过多，将改为定时刷新");
    }
    Subscriber subscriber = new Subscriber(user, clock.instant().plus(LIFETIME));
    timer.execute(() -> admit(subscriber, mark));
    return subscriber.events();
  }

  private void admit(Subscriber subscriber, @Nullable Long mark) {
    try {
      NewsReader.Position here = position == null ? reader.now() : position;
      position = here;
      subscribers.add(subscriber);
      subscriber.beat(here.mark());
      if (mark != null) {
        reader
            .since(mark)
            .ifPresentOrElse(
                missed -> subscriber.tell(missed, here.mark()),
                () -> subscriber.reset(here.mark()));
      }
    } catch (RuntimeException e) {
      log.warn("a console could not be admitted", e);
      subscribers.remove(subscriber);
      subscriber.close();
    }
  }

  private void look() {
    subscribers.removeIf(Subscriber::isGone);
    if (subscribers.isEmpty()) {
      position = null;
      return;
    }
    try {
      NewsReader.Position here = position == null ? reader.now() : position;
      position = here;
      Optional<News> news = reader.next(here);
      for (Subscriber subscriber : subscribers) {
        news.ifPresentOrElse(
            some -> subscriber.tell(some, here.mark()), () -> subscriber.reset(here.mark()));
      }
      if (++looks % LOOKS_A_BEAT == 0) {
        beat(here.mark());
      }
    } catch (RuntimeException e) {
      // the next look makes up for it
      log.warn("live updates are late: {}", e.toString());
    }
  }

  private void beat(long mark) {
    Instant now = clock.instant();
    Map<String, Integer> versions =
        sessions.versions(
            subscribers.stream().map(s -> s.user().username()).collect(Collectors.toSet()));
    for (Subscriber subscriber : subscribers) {
      SignedInUser user = subscriber.user();
      Integer version = versions.get(user.username());
      if (subscriber.isOver(now) || version == null || version != user.sessionVersion()) {
        subscriber.close();
      } else {
        subscriber.beat(mark);
      }
    }
  }

  @PreDestroy
  void stop() {
    timer.shutdownNow();
    subscribers.forEach(Subscriber::close);
  }
}
