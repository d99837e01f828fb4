package hotline.node.switchboard;

import hotline.node.classification.CallDirection;
import hotline.node.classification.CallTarget;
import hotline.node.error.ErrorCode;
import hotline.node.error.RefusedException;
import hotline.node.telephony.Call;
import hotline.node.telephony.CallFact;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What an exchange says about a call. Every report names the call and the line, so that reports may
 * come in any order.
 *
 * @param eventId the exchange's own id of this report: a repeat changes nothing
 * @param caller the other end's number, where it is known
 * @param agent user name of who answered, or at whose desk it rings
 */
@Serdeable
record CallReport(
    @NotBlank @Pattern(regexp = "[A-Za-z0-9._:-]{1,80}") String eventId,
    @NotBlank @Pattern(regexp = "[A-Za-z0-9._-]{1,80}") String callId,
    @NotNull Type type,
    @NotNull OffsetDateTime at,
    @NotBlank @Pattern(regexp = "[0-9]{3,12}") String line,
    @Nullable CallDirection direction,
    @Nullable @Pattern(regexp = "[+0-9-]{3,30}") String caller,
    @Nullable @Pattern(regexp = "[A-Za-z0-9._-]{1,64}") String agent,
    @Nullable CallTarget targetKind,
    @Nullable @Pattern(regexp = "[A-Za-z0-9._-]{1,32}") String targetCode,
    @Nullable @Size(max = 200) String note,
    @Nullable @Size(max = 300) String recording,
    @Nullable @Pattern(regexp = "[0-9a-f]{64}") String recordingSha256) {

  /** What happened. */
  enum Type {
    STARTED,
    QUEUED,
    RINGING,
    ANSWERED,
    BUSY,
    TRANSFER_STARTED,
    TRANSFERRED,
    TRANSFER_FAILED,
    THREE_PARTY_STARTED,
    THREE_PARTY_JOINED,
    THREE_PARTY_FAILED,
    RECORDED,
    ENDED
  }

  CallFact fact() {
    return switch (type) {
      case STARTED -> new CallFact.Started();
      case QUEUED -> new CallFact.Queued();
      case RINGING -> new CallFact.Rang(needed(agent, "agent"));
      case ANSWERED -> new CallFact.Answered(needed(agent, "agent"));
      case BUSY -> new CallFact.FoundBusy();
      case TRANSFER_STARTED -> tried(false);
      case TRANSFERRED -> ended(false, true);
      case TRANSFER_FAILED -> ended(false, false);
      case THREE_PARTY_STARTED -> tried(true);
      case THREE_PARTY_JOINED -> ended(true, true);
      case THREE_PARTY_FAILED -> ended(true, false);
      case RECORDED ->
          new CallFact.Recorded(
              new Call.Recording(
                  needed(recording, "recording"), needed(recordingSha256, "recordingSha256")));
      case ENDED -> new CallFact.Ended();
    };
  }

  private CallFact tried(boolean threeParty) {
    return new CallFact.TransferTried(
        needed(targetKind, "targetKind"), needed(targetCode, "targetCode"), threeParty, note);
  }

  private CallFact ended(boolean threeParty, boolean succeeded) {
    return new CallFact.TransferEnded(
        needed(targetKind, "targetKind"),
        needed(targetCode, "targetCode"),
        threeParty,
        succeeded,
        note);
  }

  private <T> T needed(@Nullable T value, String field) {
    if (value == null) {
      throw new RefusedException(ErrorCode.INVALID_INPUT, type + " 须给出 " + field);
    }
    return value;
  }
}
