package hotline.node.view;

import hotline.node.ticket.ReturnRequest;
import io.micronaut.serde.annotation.Serdeable;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** A request to give work back, and what became of it. */
@Serdeable
public record ReturnView(
    @FreeText String reason,
    @FreeText String basis,
    @FreeText String suggestion,
    OffsetDateTime requestedAt,
    boolean late,
    @Nullable VerdictView decision) {

  static @Nullable ReturnView of(@Nullable ReturnRequest request) {
    return request == null
        ? null
        : new ReturnView(
            request.reason(),
            request.basis(),
            request.suggestion(),
            Times.local(request.at()),
            request.late(),
            VerdictView.of(request.verdict()));
  }
}
