package hotline.node.view;

import hotline.node.classification.Approver;
import hotline.node.classification.RequestKind;
import hotline.node.ticket.Request;
import hotline.node.ticket.Signature;
import io.micronaut.serde.annotation.Serdeable;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an assignee asks for, who has signed and what became of it.
 *
 * @param nextAtUnit whose signature inside the unit comes next, null when none is missing
 * @param onBehalfOf the order below whose request this one passes on
 */
@Serdeable
public record RequestView(
    int number,
    RequestKind kind,
    String kindLabel,
    int round,
    @FreeText String reason,
    @FreeText @Nullable String basis,
    int workingDays,
    @Nullable DueView until,
    boolean requesterInformed,
    boolean requesterConsents,
    @Nullable String onBehalfOf,
    OffsetDateTime requestedAt,
    String by,
    @Nullable Approver nextAtUnit,
    boolean awaitsHolder,
    List<SignatureView> signatures,
    @Nullable VerdictView decision) {

  static RequestView of(Request request) {
    Request.Behalf behalf = request.behalf();
    return new RequestView(
        request.number(),
        request.kind(),
        request.kind().label(),
        request.round(),
        request.reason(),
        request.basis(),
        request.workingDays(),
        request.until() == null ? null : DueView.of(request.until()),
        request.requesterInformed(),
        request.requesterConsents(),
        behalf == null ? null : behalf.order().toString(),
        Times.local(request.at()),
        request.by().id(),
        request.nextAtUnit().orElse(null),
        request.awaitsHolder(),
        request.signatures().stream().map(SignatureView::of).toList(),
        VerdictView.of(request.verdict()));
  }

  /** One step of the approval. */
  @Serdeable
  public record SignatureView(
      Approver approver,
      String label,
      boolean approved,
      @FreeText @Nullable String opinion,
      OffsetDateTime at,
      String by) {

    static SignatureView of(Signature signature) {
      return new SignatureView(
          signature.approver(),
          signature.approver().label(),
          signature.verdict().approved(),
          signature.verdict().opinion(),
          Times.local(signature.verdict().at()),
          signature.verdict().by().id());
    }
  }
}
