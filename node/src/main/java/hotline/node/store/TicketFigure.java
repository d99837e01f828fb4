package hotline.node.store;

import java.time.Duration;
import java.time.Instant;

/** What tickets are counted as; a list narrowed by it shows exactly those that were counted. */
public enum TicketFigure {
  /** Not answered yet. */
  OPEN(Sqls.OPEN),
  URGENT(Sqls.OPEN + " AND urgency = 'URGENT'"),
  /** Not answered although the limit has passed. */
  OVERDUE(Sqls.OPEN + " AND due_at < :now"),
  /** Not answered, with a limit within a day. */
  DUE_SOON(Sqls.OPEN + " AND due_at >= :now AND due_at < :soon"),
  /** Dispatched, and signed for or due to be: what the response rate is of (ASM-02). */
  RESPONSE_OF("(responded_at IS NOT NULL OR response_due < :now)"),
  /** Signed for, and the citizen reached, within the limit (ASM-02). */
  RESPONDED("responded_at <= response_due"),
  /** Closed after a dispatch. */
  HANDLED("closed_at IS NOT NULL AND order_count > 0"),
  /** Rated by the citizen, what was screened not counted: what the satisfaction rate is of. */
  RATED("rating_kind = 'GIVEN'"),
  /** With one of the first three grades (ASM-03). */
  SATISFIED("rating_kind = 'GIVEN' AND satisfied"),
  /** Rated by the citizen: what the solution rate is of. */
  SOLUTION_OF("rating_kind IN ('GIVEN', 'SCREENED')"),
  /** The citizen says that it is solved (ASM-04). */
  SOLVED("rating_kind IN ('GIVEN', 'SCREENED') AND solved"),
  /** Left out: satisfied by silence. */
  BY_SILENCE("rating_kind = 'BY_SILENCE'"),
  /** Left out: screened (RVS-11). */
  SCREENED("rating_kind = 'SCREENED'"),
  /** Left out: excluded (LIF-11). */
  EXCLUDED("rating_kind = 'EXCLUDED'");

  /** What is due within it is due soon, here as at the desks. */
  public static final Duration SOON = Duration.ofHours(24);

  private final String condition;

  TicketFigure(String condition) {
    this.condition = condition;
  }

  /** The condition on the ticket table. The moment is this node's own, so it stands in the text. */
  String condition(Instant now) {
    return "("
        + condition
            .replace(":now", String.valueOf(Sql.micros(now)))
            .replace(":soon", String.valueOf(Sql.micros(now.plus(SOON))))
        + ")";
  }

  /** A constant of an enum cannot use one of its own static fields. */
  private static final class Sqls {
    static final String OPEN = "state IN ('REGISTERED', 'ACCEPTED', 'IN_HANDLING', 'IN_REVIEW')";
  }
}
