package hotline.node.view;

import hotline.node.classification.ContactResult;
import hotline.node.classification.ContactWay;
import hotline.node.classification.HandlingRole;
import hotline.node.ticket.Assignment;
import hotline.node.ticket.AssignmentState;
import hotline.node.ticket.Contact;
import hotline.node.ticket.ReturnRequest;
import hotline.node.ticket.SignFor;
import hotline.node.ticket.Terms;
import hotline.node.ticket.UnitRef;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An assignment as the one who carries it out sees it.
 *
 * @param ticket set in lists only
 * @param designation what a joint meeting decided; such work is not given back (DSP-08)
 * @param supervisor the department that supervises a public utility (DSP-05)
 * @param excluded whether it is left out of the assessment (LIF-11)
 * @param allowedActions what the signed-in user may do with it now
 */
@Serdeable
public record AssignmentView(
    String id,
    String ticketId,
    Named node,
    @Nullable Named unit,
    Named assigner,
    HandlingRole role,
    @FreeText @Nullable String note,
    int round,
    AssignmentState state,
    OffsetDateTime dispatchedAt,
    DueView signForDue,
    DueView due,
    boolean overdue,
    @Nullable OffsetDateTime signedForAt,
    boolean deemed,
    List<ContactView> contacts,
    List<ReplyView> replies,
    @Nullable ReturnView returnRequest,
    List<ExtensionView> extensions,
    List<RequestView> requests,
    boolean excluded,
    List<UrgeView> urges,
    @Nullable PlanView plan,
    List<OrderView> orders,
    List<MeetingView> meetings,
    TeamView team,
    @FreeText @Nullable String designation,
    @Nullable Named supervisor,
    @Nullable TicketRow ticket,
    Set<String> allowedActions,
    long version) {

  /** With its texts as they were written; {@link FreeTexts#masked} unless they are revealed. */
  public static AssignmentView whole(
      Assignment assignment, @Nullable TicketRow ticket, Set<String> allowedActions, Instant now) {
    var charge = assignment.charge();
    var terms = assignment.terms();
    var handling = assignment.handling();
    SignFor signFor = handling.signFor();
    return new AssignmentView(
        assignment.id().toString(),
        assignment.id().ticket().toString(),
        Named.of(charge.node()),
        named(charge.unit()),
        Named.of(charge.assigner()),
        charge.role(),
        charge.note(),
        assignment.round(),
        assignment.state(),
        Times.local(terms.dispatchedAt()),
        DueView.of(terms.signForDue()),
        DueView.of(terms.due()),
        overdue(assignment, now),
        signFor == null ? null : Times.local(signFor.at()),
        signFor != null && signFor.deemed(),
        handling.contacts().stream().map(ContactView::of).toList(),
        handling.replies().stream().map(ReplyView::of).toList(),
        ReturnView.of(handling.returnRequest()),
        ExtensionView.of(handling),
        handling.requests().stream().map(RequestView::of).toList(),
        handling.excluded(),
        handling.urges().stream().map(UrgeView::of).toList(),
        PlanView.of(handling.plan()),
        assignment.orders().all().stream().map(OrderView::of).toList(),
        MeetingView.of(assignment.orders()),
        TeamView.of(assignment.team()),
        charge.briefing().designation(),
        named(charge.briefing().supervisor()),
        ticket,
        allowedActions,
        assignment.version());
  }

  private static @Nullable Named named(@Nullable UnitRef unit) {
    return unit == null ? null : Named.of(unit);
  }

  /** Late when what meets the limit came, or has not come, after it. */
  private static boolean overdue(Assignment assignment, Instant now) {
    Terms terms = assignment.terms();
    Optional<Instant> met = terms.metAt(assignment.handling());
    return switch (assignment.state()) {
      case AWAITING_SIGN_FOR, IN_HANDLING, RETURN_REQUESTED ->
          terms.due().isPast(terms.feedbackMeets(assignment.handling()) ? met.orElse(now) : now);
      case REPLIED, CONFIRMED -> met.filter(terms.due()::isPast).isPresent();
      case RETURNED -> late(assignment);
      case CANCELLED, UNKNOWN -> false;
    };
  }

  /** What was given back too late counts as overdue, too (LIF-06). */
  private static boolean late(Assignment assignment) {
    ReturnRequest request = assignment.handling().returnRequest();
    return request != null && request.late();
  }

  /** A conversation with the citizen, or an attempt at one. */
  @Serdeable
  public record ContactView(
      OffsetDateTime at, String by, @FreeText String note, ContactWay way, ContactResult result) {

    static ContactView of(Contact contact) {
      return new ContactView(
          Times.local(contact.at()),
          contact.by().id(),
          contact.note(),
          contact.way(),
          contact.result());
    }
  }
}
