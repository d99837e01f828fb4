package hotline.node.view;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import hotline.node.classification.ClosureKind;
import hotline.node.classification.FollowUpChannel;
import hotline.node.classification.Merit;
import hotline.node.classification.RatingSource;
import hotline.node.classification.RefusalGround;
import hotline.node.classification.Satisfaction;
import hotline.node.classification.ScreeningGround;
import hotline.node.classification.WithheldCase;
import hotline.node.ticket.Alias;
import hotline.node.ticket.Answer;
import hotline.node.ticket.Closure;
import hotline.node.ticket.EmergencyTransfer;
import hotline.node.ticket.FollowUp;
import hotline.node.ticket.FollowUpCall;
import hotline.node.ticket.PanelOpinion;
import hotline.node.ticket.Refusal;
import hotline.node.ticket.Screening;
import hotline.node.ticket.Supplement;
import hotline.node.ticket.Ticket;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A ticket in full.
 *
 * @param requester masked (see {@code reveal})
 * @param assignments all that are known here, own and replicated
 * @param catalogue the version of its node's catalogue that it was routed by (CLS-07)
 * @param allowedActions what the signed-in user may do with it now
 */
@Serdeable
public record TicketView(
    @JsonUnwrapped TicketRow row,
    @FreeText String content,
    @FreeText @Nullable String place,
    @Nullable OffsetDateTime occurredAt,
    List<AliasView> aliases,
    RequesterView requester,
    @Nullable RefusalView refusal,
    @Nullable AnswerView answer,
    List<OrderView> orders,
    List<MeetingView> meetings,
    List<AssignmentView> assignments,
    List<FollowUpView> followUps,
    @Nullable OffsetDateTime answerSentAt,
    List<FollowUpCallView> followUpCalls,
    List<ScreeningView> screenings,
    List<PanelView> panelOpinions,
    @Nullable ClosureView closure,
    @Nullable OffsetDateTime archivedAt,
    Merit merit,
    List<TransferView> emergencyTransfers,
    int catalogue,
    List<SupplementView> supplements,
    Set<String> allowedActions) {

  /** With its texts as they were written; {@link FreeTexts#masked} unless they are revealed. */
  public static TicketView whole(
      Ticket ticket,
      boolean mine,
      List<AssignmentView> assignments,
      Set<String> allowedActions,
      Instant now) {
    var appeal = ticket.appeal();
    var outcome = ticket.outcome();
    Instant occurredAt = appeal.occurredAt();
    Instant archivedAt = outcome.archivedAt();
    Instant sentAt = ticket.followUps().sentAt();
    return new TicketView(
        TicketRow.whole(ticket, mine, now),
        appeal.content(),
        appeal.place(),
        occurredAt == null ? null : Times.local(occurredAt),
        appeal.aliases().stream().map(AliasView::of).toList(),
        RequesterView.masked(ticket.requester()),
        RefusalView.of(outcome.refusal()),
        AnswerView.of(outcome.answer()),
        ticket.orders().all().stream().map(OrderView::of).toList(),
        MeetingView.of(ticket.orders()),
        assignments,
        ticket.followUps().all().stream().map(FollowUpView::of).toList(),
        sentAt == null ? null : Times.local(sentAt),
        ticket.followUps().calls().stream().map(FollowUpCallView::of).toList(),
        ticket.followUps().screenings().stream().map(ScreeningView::of).toList(),
        ticket.followUps().panel().stream().map(PanelView::of).toList(),
        ClosureView.of(outcome.closure()),
        archivedAt == null ? null : Times.local(archivedAt),
        appeal.merit(),
        outcome.transfers().stream().map(TransferView::of).toList(),
        appeal.catalogue(),
        appeal.supplements().stream().map(SupplementView::of).toList(),
        allowedActions);
  }

  /** What the requester added while it was open. */
  @Serdeable
  public record SupplementView(@FreeText String text, OffsetDateTime at, String by) {
    static SupplementView of(Supplement supplement) {
      return new SupplementView(
          supplement.text(), Times.local(supplement.at()), supplement.by().id());
    }
  }

  /** Another system's number for it. */
  @Serdeable
  public record AliasView(String system, String number) {
    static AliasView of(Alias alias) {
      return new AliasView(alias.system(), alias.number());
    }
  }

  /** Why it was not accepted, and where to turn instead. */
  @Serdeable
  public record RefusalView(
      RefusalGround ground,
      String guidance,
      OffsetDateTime at,
      String by,
      @Nullable WithheldCase withheld,
      @Nullable String earlier) {
    static @Nullable RefusalView of(@Nullable Refusal refusal) {
      return refusal == null
          ? null
          : new RefusalView(
              refusal.ground(),
              refusal.guidance(),
              Times.local(refusal.at()),
              refusal.by().id(),
              refusal.withheld(),
              refusal.earlier());
    }
  }

  /** A call for help that was passed on. */
  @Serdeable
  public record TransferView(
      String number,
      boolean connected,
      @FreeText @Nullable String note,
      OffsetDateTime at,
      String by) {
    static TransferView of(EmergencyTransfer transfer) {
      return new TransferView(
          transfer.number(),
          transfer.connected(),
          transfer.note(),
          Times.local(transfer.at()),
          transfer.by().id());
    }
  }

  /** What the citizen was told. */
  @Serdeable
  public record AnswerView(
      @FreeText String content, OffsetDateTime at, String by, @Nullable Named contactedUnit) {
    static @Nullable AnswerView of(@Nullable Answer answer) {
      return answer == null
          ? null
          : new AnswerView(
              answer.content(),
              Times.local(answer.at()),
              answer.by().id(),
              answer.contacted() == null ? null : Named.of(answer.contacted()));
    }
  }

  /** A rating. */
  @Serdeable
  public record FollowUpView(
      OffsetDateTime at,
      String by,
      FollowUpChannel channel,
      Satisfaction satisfaction,
      boolean solved,
      RatingSource source,
      int round,
      @FreeText @Nullable String comment) {
    static FollowUpView of(FollowUp rating) {
      return new FollowUpView(
          Times.local(rating.at()),
          rating.by().id(),
          rating.channel(),
          rating.satisfaction(),
          rating.solved(),
          rating.source(),
          rating.round(),
          rating.comment());
    }
  }

  /** A call to a dissatisfied citizen. */
  @Serdeable
  public record FollowUpCallView(
      OffsetDateTime at, String by, boolean reached, @FreeText String note, int round) {
    static FollowUpCallView of(FollowUpCall call) {
      return new FollowUpCallView(
          Times.local(call.at()), call.by().id(), call.reached(), call.note(), call.round());
    }
  }

  /** A rating that is to be left out of the rate; undecided without a verdict. */
  @Serdeable
  public record ScreeningView(
      OffsetDateTime at,
      String by,
      ScreeningGround ground,
      @FreeText String reason,
      int round,
      @Nullable VerdictView verdict) {
    static ScreeningView of(Screening screening) {
      return new ScreeningView(
          Times.local(screening.at()),
          screening.by().id(),
          screening.ground(),
          screening.reason(),
          screening.round(),
          VerdictView.of(screening.verdict()));
    }
  }

  /** The legal panel's opinion. */
  @Serdeable
  public record PanelView(
      OffsetDateTime at, String by, boolean unitAtFault, @FreeText String opinion, int round) {
    static PanelView of(PanelOpinion opinion) {
      return new PanelView(
          Times.local(opinion.at()),
          opinion.by().id(),
          opinion.unitAtFault(),
          opinion.opinion(),
          opinion.round());
    }
  }

  /** How it ended. */
  @Serdeable
  public record ClosureView(
      ClosureKind kind, OffsetDateTime at, String by, @FreeText @Nullable String note) {
    static @Nullable ClosureView of(@Nullable Closure closure) {
      return closure == null
          ? null
          : new ClosureView(
              closure.kind(), Times.local(closure.at()), closure.by().id(), closure.note());
    }
  }
}
