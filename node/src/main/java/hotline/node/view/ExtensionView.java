package hotline.node.view;

import hotline.node.ticket.Extension;
import io.micronaut.serde.annotation.Serdeable;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** A request for more time, and what became of it. */
@Serdeable
public record ExtensionView(
    String reason,
    int workingDays,
    DueView requestedUntil,
    boolean requesterInformed,
    OffsetDateTime requestedAt,
    @Nullable VerdictView decision) {

  static ExtensionView of(Extension extension) {
    return new ExtensionView(
        extension.reason(),
        extension.workingDays(),
        DueView.of(extension.requestedUntil()),
        extension.requesterInformed(),
        Times.local(extension.at()),
        VerdictView.of(extension.verdict()));
  }
}
