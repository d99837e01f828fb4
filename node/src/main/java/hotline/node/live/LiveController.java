package hotline.node.live;

import hotline.node.access.SignedInUser;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.sse.Event;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/** Live updates for open consoles, as server-sent events. */
@Controller("/api/live")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "live")
class LiveController {

  private final LiveFeed feed;

  LiveController(LiveFeed feed) {
    this.feed = feed;
  }

  /**
   * Events: {@code changed} with ids of what the user may see, {@code reset} when everything should
   * be loaded again, {@code beat} every 15 seconds. The stream ends after some minutes, or once the
   * sign-in is over; a browser then comes again by itself and is told what it has missed.
   */
  @Get(produces = MediaType.TEXT_EVENT_STREAM)
  Publisher<Event<LiveEvent>> live(
      SignedInUser user, @Nullable @Header("Last-Event-ID") String last) {
    return feed.subscribe(user, mark(last));
  }

  private static @Nullable Long mark(@Nullable String last) {
    return last != null && last.matches("[0-9]{1,18}") ? Long.valueOf(last) : null;
  }
}
