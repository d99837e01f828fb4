package hotline.node.exchange;

import hotline.node.intake.IntakeRequest;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to a ticket in the department's system.
 *
 * @param number the department's number of the ticket
 * @param sequence 1 for the registration, one more for each thing that happened since: what comes
 *     too early waits, what comes twice changes nothing
 * @param appeal with {@link Kind#REGISTERED}
 * @param text with all others: what was done, replied, or why
 * @param resolved with {@link Kind#REPLIED}
 * @param basis with {@link Kind#RETURN_REQUESTED}
 * @param suggestion with {@link Kind#RETURN_REQUESTED}: whose it is instead
 * @param workingDays with {@link Kind#EXTENSION_REQUESTED}
 */
@Serdeable
record Push(
    @NotBlank @Pattern(regexp = "[A-Za-z0-9._-]{1,64}") String number,
    @Min(1) @Max(100_000) int sequence,
    @NotNull Kind kind,
    @Nullable @Valid IntakeRequest appeal,
    @Nullable @Size(max = 4000) String text,
    @Nullable Boolean resolved,
    @Nullable @Size(max = 500) String basis,
    @Nullable @Size(max = 500) String suggestion,
    @Nullable @Min(1) @Max(60) Integer workingDays) {

  /** What happened. */
  enum Kind {
    REGISTERED,
    SIGNED_FOR,
    CONTACTED,
    REPLIED,
    RETURN_REQUESTED,
    EXTENSION_REQUESTED
  }
}
