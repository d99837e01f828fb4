package hotline.node.search;

import hotline.node.access.Permissions;
import hotline.node.access.SignedInUser;
import hotline.node.classification.Role;
import hotline.node.search.Similar.Like;
import hotline.node.search.Similar.Where;
import hotline.node.store.AuditStore;
import hotline.node.store.TicketStore;
import hotline.node.ticket.Ticket;
import hotline.node.ticket.TicketId;
import hotline.node.view.TicketRow;
import hotline.node.work.Rules;
import hotline.sync.Transactions;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the search index can tell besides lists, and how it stands. */
@Controller("/api/search")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "search")
class SearchController {

  private final TicketIndex index;
  private final Similar similar;
  private final Transactions transactions;
  private final TicketStore tickets;
  private final AuditStore audit;
  private final Rules rules;
  private final Clock clock;

  SearchController(
      TicketIndex index,
      Similar similar,
      Transactions transactions,
      TicketStore tickets,
      AuditStore audit,
      Rules rules,
      Clock clock) {
    this.index = index;
    this.similar = similar;
    this.transactions = transactions;
    this.tickets = tickets;
    this.audit = audit;
    this.rules = rules;
    this.clock = clock;
  }

  /**
   * Tickets that say much the same as a text, the most similar first: for the one who takes an
   * appeal in.
   *
   * @param text what has been noted down so far, title and content; the first 500 characters count
   * @param region a region's code; tickets of it and of those below it
   * @param days how far to look back
   */
  @Get("/similar")
  List<SimilarTicket> similar(
      SignedInUser user,
      @QueryValue @NotBlank @Size(max = 1000) String text,
      @Nullable @QueryValue @Pattern(regexp = "[0-9]{6}|") String region,
      @QueryValue(defaultValue = "180") @Min(1) @Max(3650) int days,
      @QueryValue(defaultValue = "8") @Min(1) @Max(50) int size) {
    Instant now = clock.instant();
    Where where =
        new Where(
            user.scope().visibility(),
            rules.self().codeText(),
            user.unit().orElse(null),
            region == null || region.isEmpty() ? null : region.replaceFirst("(00){1,2}$", ""),
            now.minus(Duration.ofDays(days)));
    List<Like> likes = similar.to(text, where, size);
    return transactions.call(
        tx -> {
          audit.append(tx, now, user.username(), "SIMILAR_TICKETS", "tickets", "days=" + days);
          Map<TicketId, Ticket> found =
              tickets.findAll(tx, likes.stream().map(like -> TicketId.parse(like.id())).toList());
          List<SimilarTicket> similar = new ArrayList<>();
          for (Like like : likes) {
            Ticket ticket = found.get(TicketId.parse(like.id()));
            if (ticket != null) {
              similar.add(view(like, ticket, now));
            }
          }
          return similar;
        });
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

  private SimilarTicket view(Like like, Ticket ticket, Instant now) {
    boolean mine = ticket.owner().code().equals(rules.self().code());
    String content = Words.numbersHidden(ticket.appeal().content());
    return new SimilarTicket(
        TicketRow.of(ticket, mine, now), (int) Math.round(like.likeness() * 100), content);
  }

  /**
   * A ticket that says much the same.
   *
   * @param likeness in percent
   * @param content of the appeal; telephone numbers in it are masked
   */
  @Serdeable
  record SimilarTicket(TicketRow ticket, int likeness, String content) {}

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
