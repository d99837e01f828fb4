package hotline.node.desk;

import hotline.node.classification.Category;
import hotline.node.classification.Urgency;
import hotline.node.search.TicketSearch.Order;
import hotline.node.store.Attention;
import hotline.node.ticket.TicketState;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.convert.format.Format;
import io.micronaut.http.annotation.QueryValue;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What a list of tickets is narrowed by; what is missing does not narrow it.
 *
 * @param q a ticket's number, a query code, another system's number, a telephone number, or words,
 *     each of which has to be in the title, the content, the place or a reply
 * @param phone the requester's telephone number, whole
 * @param place a part of where it happened
 * @param unit tickets that this unit of this node has had a part in
 * @param overdue only those still unanswered after their limit
 * @param dueSoon only unanswered ones whose limit ends within a day
 * @param from registered not before this
 * @param to registered before this
 * @param sort the newest first unless something else is said
 */
@Introspected
public record TicketQuery(
    @Nullable @QueryValue @Size(max = 100) String q,
    @Nullable @QueryValue @Size(max = 20) String phone,
    @Nullable @QueryValue @Size(max = 100) String place,
    @Nullable @QueryValue TicketState state,
    @Nullable @QueryValue Category category,
    @Nullable @QueryValue Urgency urgency,
    @Nullable @QueryValue @Size(max = 9) String owner,
    @Nullable @QueryValue @Size(max = 32) String unit,
    @Nullable @QueryValue Boolean enterprise,
    @Nullable @QueryValue Boolean overdue,
    @Nullable @QueryValue Boolean dueSoon,
    @Nullable @QueryValue @Format("yyyy-MM-dd'T'HH:mm:ssXXX") OffsetDateTime from,
    @Nullable @QueryValue @Format("yyyy-MM-dd'T'HH:mm:ssXXX") OffsetDateTime to,
    @Nullable @QueryValue Attention attention,
    @Nullable @QueryValue @Pattern(regexp = "newest|oldest|relevance|") String sort) {

  Order order() {
    return switch (sort == null ? "" : sort) {
      case "oldest" -> Order.OLDEST;
      case "relevance" -> Order.RELEVANCE;
      default -> Order.NEWEST;
    };
  }

  /** For the record of looks: without what was typed, which may be a person's. */
  String described(TicketSliceQuery slice) {
    return ("state=%s category=%s urgency=%s owner=%s unit=%s enterprise=%s overdue=%s dueSoon=%s from=%s to=%s"
            + " attention=%s text=%s place=%s phone=%s %s")
        .formatted(
            state,
            category,
            urgency,
            owner,
            unit,
            enterprise,
            overdue,
            dueSoon,
            from,
            to,
            attention,
            q != null,
            place != null,
            phone != null || Typed.of(q).phone() != null,
            slice.toString().replaceAll("^\\w+\\[|\\]$|,", ""))
        .replaceAll(" ?\\w+=(null|false)", "")
        .strip();
  }
}
