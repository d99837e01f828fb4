package hotline.node.ticket;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A call for help that was passed on to an emergency number at once (ACC-12, EMG-04).
 *
 * @param connected whether somebody there took it
 */
public record EmergencyTransfer(
    String number, boolean connected, @Nullable String note, Instant at, Actor by) {

  /** As the one who passed it on says it. */
  public record Report(String number, boolean connected, @Nullable String note) {}
}
