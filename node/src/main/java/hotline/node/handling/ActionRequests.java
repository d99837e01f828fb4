package hotline.node.handling;

import hotline.node.classification.ContactResult;
import hotline.node.classification.ContactWay;
import hotline.node.classification.FollowUpChannel;
import hotline.node.classification.HandlingRole;
import hotline.node.classification.RedoGround;
import hotline.node.classification.RefusalGround;
import hotline.node.classification.RequestKind;
import hotline.node.classification.Satisfaction;
import hotline.node.classification.ScreeningGround;
import hotline.node.classification.WithheldCase;
import hotline.node.ticket.AssignmentCommand;
import hotline.node.ticket.AssignmentId;
import hotline.node.ticket.RequestDraft;
import hotline.node.view.Ids;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The bodies of actions. {@code version} is the one that the user looked at: when it is given and
 * somebody else has changed the ticket or assignment since, the action is refused.
 */
final class ActionRequests {

  static final int LONG_TEXT = 4000;
  static final int SHORT_TEXT = 500;

  private ActionRequests() {}

  @Serdeable
  record Plain(@Nullable Long version) {}

  /**
   * @param newFacts what is new against a ticket of the same that was concluded (ACC-07)
   */
  @Serdeable
  record Accept(@Nullable @Size(max = 2000) String newFacts, @Nullable Long version) {}

  /**
   * To which emergency number a call for help was passed on.
   *
   * @param connected whether somebody there took it
   */
  @Serdeable
  record Transfer(
      @NotBlank @Size(max = 6) String number,
      boolean connected,
      @Nullable @Size(max = SHORT_TEXT) String note,
      @Nullable Long version) {}

  @Serdeable
  record Refuse(
      @NotNull RefusalGround ground,
      @NotBlank @Size(max = LONG_TEXT) String guidance,
      @Nullable WithheldCase withheld,
      @Nullable @Size(max = 100) String earlier,
      @Nullable @Size(max = 6) String emergencyNumber,
      @Nullable Long version) {}

  @Serdeable
  record Answer(
      @NotBlank @Size(max = LONG_TEXT) String answer,
      @Nullable @Size(max = 32) String contactedUnit,
      @Nullable Boolean secrecyChecked,
      @Nullable Long version) {}

  @Serdeable
  record Dispatch(
      @NotEmpty @Size(max = 20) @Valid List<@Valid OrderRequest> orders, @Nullable Long version) {}

  @Serdeable
  record OrderRequest(
      @NotNull @Valid AssigneeRequest assignee,
      @NotNull HandlingRole role,
      @Nullable @Size(max = SHORT_TEXT) String note,
      @Nullable @Size(max = SHORT_TEXT) String phoned) {}

  /** What a joint meeting is about and who is called to it (DSP-04, DSP-08). */
  @Serdeable
  record Convene(
      @NotBlank @Size(max = LONG_TEXT) String reason,
      @NotEmpty @Size(max = 50) List<@NotBlank @Size(max = 100) String> participants,
      @Nullable Long version) {}

  @Serdeable
  record Designate(
      @NotBlank @Size(max = LONG_TEXT) String outcome,
      @NotEmpty @Size(max = 20) @Valid List<@Valid OrderRequest> orders,
      @Nullable Long version) {}

  @Serdeable
  record NotePhone(
      @NotBlank @Size(max = 200) String assignmentId,
      @NotBlank @Size(max = SHORT_TEXT) String note,
      @Nullable Long version) {}

  /** Assignments of the same assignee, of whatever tickets (LIF-15). */
  @Serdeable
  record Merge(
      @NotEmpty @Size(max = 50) List<@NotBlank @Size(max = 200) String> assignmentIds,
      @Nullable Long version) {

    List<AssignmentId> ids() {
      return assignmentIds.stream().map(Ids::assignment).toList();
    }
  }

  @Serdeable
  record Split(@NotBlank @Size(max = 200) String assignmentId, @Nullable Long version) {}

  @Serdeable
  record AssigneeRequest(@NotNull Kind kind, @NotBlank @Size(max = 32) String code) {}

  /** What sort of assignee. */
  enum Kind {
    UNIT,
    NODE
  }

  @Serdeable
  record Reason(@NotBlank @Size(max = LONG_TEXT) String reason, @Nullable Long version) {}

  @Serdeable
  record Review(
      @NotBlank @Size(max = 200) String assignmentId,
      boolean accept,
      @Nullable @Size(max = LONG_TEXT) String opinion,
      @Nullable Long version) {}

  @Serdeable
  record Decide(
      @NotBlank @Size(max = 200) String assignmentId,
      boolean approve,
      @Nullable @Size(max = LONG_TEXT) String opinion,
      @Nullable Long version) {}

  @Serdeable
  record FollowUp(
      @NotNull FollowUpChannel channel,
      @NotNull Satisfaction satisfaction,
      boolean solved,
      @Nullable @Size(max = LONG_TEXT) String comment,
      @Nullable Long version) {}

  /** {@code ground} is the unit's fault (RVS-09); without it, that it was not diligent. */
  @Serdeable
  record Redo(
      @NotBlank @Size(max = 200) String assignmentId,
      @Nullable RedoGround ground,
      @NotBlank @Size(max = LONG_TEXT) String reason,
      @Nullable Long version) {

    RedoGround groundOrDefault() {
      return ground == null ? RedoGround.NOT_DILIGENT : ground;
    }
  }

  @Serdeable
  record Explain(
      @NotBlank @Size(max = LONG_TEXT) String explanation,
      @Nullable Boolean secrecyChecked,
      @Nullable Long version) {}

  @Serdeable
  record FollowUpCallNote(
      boolean reached, @NotBlank @Size(max = LONG_TEXT) String note, @Nullable Long version) {}

  @Serdeable
  record PanelReview(
      boolean unitAtFault,
      @NotBlank @Size(max = LONG_TEXT) String opinion,
      @Nullable Long version) {}

  @Serdeable
  record Screening(
      @NotNull ScreeningGround ground,
      @NotBlank @Size(max = LONG_TEXT) String reason,
      @Nullable Long version) {}

  @Serdeable
  record ScreeningVerdict(
      boolean approve, @Nullable @Size(max = LONG_TEXT) String opinion, @Nullable Long version) {}

  @Serdeable
  record Urge(
      @Nullable @Size(max = 200) String assignmentId,
      @NotBlank @Size(max = LONG_TEXT) String text,
      @Nullable Long version) {}

  @Serdeable
  record SignFor(@Nullable @Size(max = LONG_TEXT) String contactNote, @Nullable Long version) {}

  @Serdeable
  record Contact(
      @NotBlank @Size(max = LONG_TEXT) String note,
      @Nullable ContactWay way,
      @Nullable ContactResult result,
      @Nullable Long version) {

    ContactWay wayOrCall() {
      return way == null ? ContactWay.CALL : way;
    }

    ContactResult resultOrReached() {
      return result == null ? ContactResult.REACHED : result;
    }
  }

  /** A request of any kind; what each needs is in the policy's {@code requests} section. */
  @Serdeable
  record MakeRequest(
      @NotNull RequestKind kind,
      @NotBlank @Size(max = LONG_TEXT) String reason,
      @Nullable @Size(max = LONG_TEXT) String basis,
      @Nullable @Min(1) @Max(366) Integer workingDays,
      @Nullable LocalDate until,
      @Nullable Boolean requesterInformed,
      @Nullable Boolean requesterConsents,
      @Nullable Long version) {

    RequestDraft draft() {
      return new RequestDraft(
          kind,
          reason,
          basis,
          workingDays == null ? 0 : workingDays,
          until,
          Boolean.TRUE.equals(requesterInformed),
          Boolean.TRUE.equals(requesterConsents));
    }
  }

  @Serdeable
  record PlanRequest(
      @NotBlank @Size(max = LONG_TEXT) String explanation,
      @NotEmpty @Size(max = 20) @Valid List<@Valid PlanStep> steps,
      @Nullable Boolean secrecyChecked,
      @Nullable Long version) {

    AssignmentCommand.PlanWork command() {
      return new AssignmentCommand.PlanWork(
          explanation,
          steps.stream()
              .map(step -> new AssignmentCommand.PlanWork.Step(step.day(), step.what()))
              .toList());
    }
  }

  @Serdeable
  record PlanStep(@NotNull LocalDate day, @NotBlank @Size(max = 500) String what) {}

  @Serdeable
  record FinishStep(
      @Min(1) int number, @NotBlank @Size(max = LONG_TEXT) String note, @Nullable Long version) {}

  @Serdeable
  record SignRequest(
      @Min(1) int number,
      boolean approve,
      @Nullable @Size(max = LONG_TEXT) String opinion,
      @Nullable Long version) {}

  @Serdeable
  record PassOn(
      @NotBlank @Size(max = 200) String assignmentId, @Min(1) int number, @Nullable Long version) {}

  @Serdeable
  record DecideRequest(
      @NotBlank @Size(max = 200) String assignmentId,
      @Min(1) int number,
      boolean approve,
      @Nullable @Size(max = LONG_TEXT) String opinion,
      @Nullable Long version) {}

  @Serdeable
  record Reply(
      @NotBlank @Size(max = LONG_TEXT) String content,
      boolean resolved,
      boolean contactedRequester,
      @Nullable Boolean secrecyChecked,
      @Nullable Long version) {}

  @Serdeable
  record Return(
      @NotBlank @Size(max = LONG_TEXT) String reason,
      @NotBlank @Size(max = LONG_TEXT) String basis,
      @NotBlank @Size(max = LONG_TEXT) String suggestion,
      @Nullable Long version) {}

  @Serdeable
  record Extension(
      @NotBlank @Size(max = LONG_TEXT) String reason,
      @Min(1) @Max(366) int workingDays,
      boolean requesterInformed,
      @Nullable Long version) {}
}
