package hotline.node.assessment;

import hotline.node.assessment.AssessmentItem.Course;
import hotline.node.assessment.AssessmentItem.Rating;
import hotline.node.classification.RatingSource;
import hotline.node.ticket.OrderState;
import hotline.node.ticket.Ticket;
import hotline.node.ticket.TicketState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What figures count of a ticket as a whole, by the work of the one who has the lead (ASM-01 to
 * ASM-04, ASM-16). Taken from the ticket alone, so that it is the same at every node that knows it.
 * Pure.
 *
 * @param responseDue until when the lead had to sign for it and, where that is its duty, to reach
 *     the citizen; null when nobody has the lead, or the work is left out of the assessment
 * @param respondedAt when both was done; null while it is not
 * @param closedAt null while it is open, and when it was withdrawn
 * @param satisfied null when there is no rating
 * @param solved null when there is no rating
 */
public record TicketCourse(
    @Nullable Instant responseDue,
    @Nullable Instant respondedAt,
    @Nullable Instant closedAt,
    RatingKind ratingKind,
    @Nullable Boolean satisfied,
    @Nullable Boolean solved) {

  public static TicketCourse of(Ticket ticket) {
    var closure = ticket.outcome().closure();
    Instant closedAt =
        closure == null || ticket.state() == TicketState.WITHDRAWN ? null : closure.at();
    List<AssessmentItem> leads =
        AssessmentItems.of(ticket).stream().filter(TicketCourse::counts).toList();
    if (leads.isEmpty()) {
      return new TicketCourse(null, null, closedAt, RatingKind.NONE, null, null);
    }
    AssessmentItem lead = leads.get(leads.size() - 1);
    if (lead.excluded()) {
      return new TicketCourse(null, null, closedAt, RatingKind.EXCLUDED, null, null);
    }
    Rating rating = lead.rating();
    return new TicketCourse(
        lead.course().signDueAt(),
        respondedAt(lead),
        closedAt,
        kind(rating),
        rating == null ? null : rating.last().passes(),
        rating == null ? null : rating.lastSolved());
  }

  /** What counts to the assignee's volume (LIF-08). */
  private static boolean counts(AssessmentItem item) {
    return item.lead()
        && !item.returned()
        && item.state() != OrderState.CANCELLED
        && item.state() != OrderState.FAILED;
  }

  private static @Nullable Instant respondedAt(AssessmentItem lead) {
    Course course = lead.course();
    Instant signed = course.signedAt();
    Instant contacted = course.contactedAt();
    if (signed == null || !lead.contactOwed()) {
      return signed;
    }
    return contacted == null || contacted.isAfter(signed) ? contacted : signed;
  }

  private static RatingKind kind(@Nullable Rating rating) {
    if (rating == null) {
      return RatingKind.NONE;
    }
    if (rating.source() == RatingSource.DEFAULT_24H) {
      return RatingKind.BY_SILENCE;
    }
    return rating.screened() ? RatingKind.SCREENED : RatingKind.GIVEN;
  }
}
