package hotline.node.knowledge;

import hotline.node.access.SignedInUser;
import hotline.node.classification.Openness;
import hotline.node.knowledge.KnowledgeIndex.Hits;
import hotline.node.knowledge.KnowledgeIndex.Search;
import hotline.node.knowledge.KnowledgeViews.FoundView;
import hotline.node.reference.Neighbours;
import hotline.node.view.Named;
import hotline.node.view.PageView;
import hotline.node.view.Times;
import hotline.node.work.Rules;
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
import java.time.LocalDate;
import java.util.Arrays;

/** Where the people of a hotline look answers up (INT-14, KB-02). */
@Controller("/api/knowledge")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "knowledge")
class KnowledgeController {

  private final KnowledgeIndex index;
  private final Neighbours nodes;
  private final Rules rules;
  private final Clock clock;

  KnowledgeController(KnowledgeIndex index, Neighbours nodes, Rules rules, Clock clock) {
    this.index = index;
    this.nodes = nodes;
    this.rules = rules;
    this.clock = clock;
  }

  /**
   * What is published here and above and holds today: what fits best first; without a question, the
   * newest first.
   *
   * @param q a question, or what a citizen says
   */
  @Get
  PageView<FoundView> search(
      SignedInUser user,
      @QueryValue(defaultValue = "") @Size(max = 4000) String q,
      @QueryValue(defaultValue = "0") @Min(0) @Max(1000) int page,
      @QueryValue(defaultValue = "20") @Min(1) @Max(50) int size) {
    LocalDate today = clock.instant().atZone(Times.ZONE).toLocalDate();
    Hits hits = index.search(new Search(q, today, false, page * size, size));
    return new PageView<>(
        hits.entries().stream().map(this::view).toList(), hits.total(), page, size);
  }

  private FoundView view(Found found) {
    KnowledgeDocument knowledge = found.knowledge();
    return new FoundView(
        new Named(found.publisher().value(), nodes.nameOf(found.publisher())),
        found.publisher().equals(rules.self().code()),
        found.key(),
        knowledge.question(),
        knowledge.answer(),
        knowledge.basis(),
        knowledge.unitName(),
        knowledge.validFrom(),
        knowledge.validUntil(),
        Arrays.stream(Openness.values())
            .filter(openness -> openness.name().equals(knowledge.openness()))
            .findFirst()
            .orElse(Openness.UNKNOWN),
        Times.local(found.publishedAt()));
  }
}
