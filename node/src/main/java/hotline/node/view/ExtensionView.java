package hotline.node.view;

import hotline.node.classification.RequestKind;
import hotline.node.ticket.Handling;
import hotline.node.ticket.Request;
import io.micronaut.serde.annotation.Serdeable;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request for more time, and what became of it. */
@Serdeable
public record ExtensionView(
    @FreeText String reason,
    int workingDays,
    @Nullable DueView requestedUntil,
    boolean requesterInformed,
    OffsetDateTime requestedAt,
    @Nullable VerdictView decision) {

  static List<ExtensionView> of(Handling handling) {
    return handling.requests(RequestKind.EXTENSION).stream().map(ExtensionView::of).toList();
  }

  private static ExtensionView of(Request request) {
    return new ExtensionView(
        request.reason(),
        request.workingDays(),
        request.until() == null ? null : DueView.of(request.until()),
        request.requesterInformed(),
        Times.local(request.at()),
        VerdictView.of(request.verdict()));
  }
}
