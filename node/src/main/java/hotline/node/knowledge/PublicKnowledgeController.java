package hotline.node.knowledge;

import hotline.node.access.ClientAddress;
import hotline.node.access.Throttle;
import hotline.node.knowledge.KnowledgeIndex.Hits;
import hotline.node.knowledge.KnowledgeIndex.Search;
import hotline.node.knowledge.KnowledgeViews.PublicView;
import hotline.node.view.PageView;
import hotline.node.view.Times;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;

/**
 * Where citizens look answers up themselves (KB-08): public entries only (SEC-08), rate limited.
 */
@Controller("/api/public/knowledge")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "public")
class PublicKnowledgeController {

  private static final int MOST = 300;
  private static final Duration WHILE = Duration.ofMinutes(10);

  private final KnowledgeIndex index;
  private final ClientAddress addresses;
  private final Throttle searches;
  private final Clock clock;

  PublicKnowledgeController(KnowledgeIndex index, ClientAddress addresses, Clock clock) {
    this.index = index;
    this.addresses = addresses;
    this.searches = new Throttle(MOST, WHILE, clock);
    this.clock = clock;
  }

  /**
   * What is published here and above, is public and holds today.
   *
   * @param q a question in one's own words; without one, the newest first
   */
  @Get
  PageView<PublicView> search(
      HttpRequest<?> request,
      @QueryValue(defaultValue = "") @Size(max = 200) String q,
      @QueryValue(defaultValue = "0") @Min(0) @Max(100) int page,
      @QueryValue(defaultValue = "10") @Min(1) @Max(20) int size) {
    searches.count(addresses.of(request));
    LocalDate today = clock.instant().atZone(Times.ZONE).toLocalDate();
    Hits hits = index.search(new Search(q, today, true, page * size, size));
    return new PageView<>(
        hits.entries().stream().map(PublicView::of).toList(), hits.total(), page, size);
  }
}
