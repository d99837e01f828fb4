package hotline.node.search;

import hotline.node.access.Permissions;
import hotline.node.access.SignedInUser;
import hotline.node.classification.Role;
import hotline.node.store.AuditStore;
import hotline.sync.Transactions;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.EnumSet;

/** How the search index stands. */
@Controller("/api/search")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "search")
class SearchController {

  private final TicketIndex index;
  private final Transactions transactions;
  private final AuditStore audit;
  private final Clock clock;

  SearchController(TicketIndex index, Transactions transactions, AuditStore audit, Clock clock) {
    this.index = index;
    this.transactions = transactions;
    this.audit = audit;
    this.clock = clock;
  }

  /** How this process's index stands. */
  @Get
  SearchStatus status(SignedInUser user) {
    var status = index.status();
    return new SearchStatus(
        status.complete(),
        status.rebuilding(),
        status.percent(),
        status.tickets(),
        status.behind());
  }

  /** Has every process of this node build its index anew; what is there answers meanwhile. */
  @Post("/rebuild")
  @Status(HttpStatus.ACCEPTED)
  SearchStatus rebuild(SignedInUser user) {
    Permissions.require(user, EnumSet.of(Role.ADMIN), "重建检索索引");
    transactions.run(
        tx -> audit.append(tx, clock.instant(), user.username(), "REBUILD_SEARCH", "search", ""));
    index.rebuild();
    return status(user);
  }

  /**
   * How the index stands.
   *
   * @param complete whether all tickets can be found
   * @param rebuilding whether it is being built anew
   * @param percent of the tickets that a rebuild has read
   * @param tickets that can be found
   * @param behind changes that are not in it yet
   */
  @Serdeable
  record SearchStatus(
      boolean complete, boolean rebuilding, int percent, long tickets, long behind) {}
}
