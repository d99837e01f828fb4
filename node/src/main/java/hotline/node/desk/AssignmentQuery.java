package hotline.node.desk;

import hotline.node.classification.Approver;
import hotline.node.classification.Category;
import hotline.node.classification.Urgency;
import hotline.node.store.Attention;
import hotline.node.ticket.AssignmentState;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.QueryValue;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What a list of assignments is narrowed by; what is missing does not narrow it.
 *
 * @param unit a unit's code, or {@code NONE} for what the node itself has received
 * @param overdue only unanswered ones after their limit
 * @param dueSoon only unanswered ones whose limit ends within a day
 * @param attention only those at which something waits
 * @param toSign only those with a request that waits for this signature inside the unit
 * @param q part of the ticket's title, or its whole id
 * @param region of the ticket; it stands for all below it, too
 */
@Introspected
record AssignmentQuery(
    @Nullable @QueryValue AssignmentState state,
    @Nullable @QueryValue @Size(max = 32) String unit,
    @Nullable @QueryValue Boolean overdue,
    @Nullable @QueryValue Boolean dueSoon,
    @Nullable @QueryValue Attention attention,
    @Nullable @QueryValue Approver toSign,
    @Nullable @QueryValue @Size(max = 100) String q,
    @Nullable @QueryValue @Pattern(regexp = "[0-9]{6,12}|") String region,
    @Nullable @QueryValue Category category,
    @Nullable @QueryValue Urgency urgency) {

  /** For the record of looks: without what was typed. */
  String described() {
    return ("state=%s unit=%s overdue=%s dueSoon=%s attention=%s toSign=%s text=%s region=%s"
            + " category=%s urgency=%s")
        .formatted(
            state, unit, overdue, dueSoon, attention, toSign, q != null, region, category, urgency)
        .replaceAll(" ?\\w+=(null|false)", "")
        .strip();
  }
}
