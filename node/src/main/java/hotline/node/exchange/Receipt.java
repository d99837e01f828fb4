package hotline.node.exchange;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * What became of a push.
 *
 * @param ticketId the hub's number of the ticket
 * @param applied the last sequence that has been carried out
 * @param expected the sequence that is waited for, when this one came too early
 */
@Serdeable
record Receipt(
    String number,
    int sequence,
    Status status,
    @Nullable String ticketId,
    int applied,
    @Nullable Integer expected) {

  /** What became of it. */
  enum Status {
    APPLIED,
    /** It had been carried out before; nothing changed. */
    REPEATED,
    /** It came before one that belongs in front of it, and is kept until that one has come. */
    WAITING
  }
}
