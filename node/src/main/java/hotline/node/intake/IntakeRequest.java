package hotline.node.intake;

import hotline.node.classification.Category;
import hotline.node.classification.Channel;
import hotline.node.classification.Merit;
import hotline.node.classification.RefusalGround;
import hotline.node.classification.Urgency;
import hotline.node.classification.WithheldCase;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * An appeal as it is noted down (INT-09).
 *
 * @param matter code of the catalogue
 * @param region code of the region that it is about; this node's own when it is missing
 * @param externalId another system's number: a repeat returns the first ticket
 * @param enterprise told by the requester's name when it is missing (INT-12)
 * @param decision what the call taker decides at once; without it the ticket waits for one
 * @param callId the call that it was noted down in
 */
@Serdeable
public record IntakeRequest(
    @NotNull Channel channel,
    @Nullable Category category,
    @Nullable Urgency urgency,
    @Nullable Boolean enterprise,
    @Nullable @Size(max = 32) String matter,
    @NotBlank @Size(max = 200) String title,
    @NotBlank @Size(max = 20_000) String content,
    @Nullable @Size(max = 9) String region,
    @Nullable @Size(max = 200) String place,
    @Nullable OffsetDateTime occurredAt,
    @NotNull @Valid RequesterRequest requester,
    @Nullable @Valid ExternalId externalId,
    @Nullable @Valid DecisionRequest decision,
    @Nullable Merit merit,
    @Nullable @Size(max = 190) String callId) {

  /** The same under another system's number. */
  public IntakeRequest under(ExternalId number) {
    return new IntakeRequest(
        channel,
        category,
        urgency,
        enterprise,
        matter,
        title,
        content,
        region,
        place,
        occurredAt,
        requester,
        number,
        decision,
        merit,
        callId);
  }

  @Serdeable
  public record RequesterRequest(
      @Nullable @Size(max = 50) String name,
      @Nullable @Size(max = 30) String phone,
      @Nullable @Size(max = 200) String address,
      @Nullable Boolean anonymous) {}

  @Serdeable
  public record ExternalId(
      @NotBlank @Size(max = 64) String system, @NotBlank @Size(max = 128) String number) {}

  /**
   * @param assignee to whom it is dispatched at once; whom place and catalogue tell when it is
   *     missing
   */
  @Serdeable
  public record DecisionRequest(
      @NotNull Kind kind,
      @Nullable RefusalGround ground,
      @Nullable @Size(max = 4000) String guidance,
      @Nullable @Size(max = 4000) String answer,
      @Nullable WithheldCase withheld,
      @Nullable @Size(max = 100) String earlier,
      @Nullable @Size(max = 6) String emergencyNumber,
      @Nullable @Size(max = 2000) String newFacts,
      @Nullable @Size(max = 32) String contactedUnit,
      @Nullable @Valid AssigneeRequest assignee) {}

  /** A unit of this node, or a node below. */
  @Serdeable
  public record AssigneeRequest(
      @NotNull AssigneeKind kind, @NotBlank @Size(max = 32) String code) {}

  public enum AssigneeKind {
    UNIT,
    NODE
  }

  /** What can be decided at once. */
  public enum Kind {
    ACCEPT,
    /** Accepts it and dispatches it at once (DSP-13). */
    DISPATCH,
    REFUSE,
    ANSWER
  }
}
