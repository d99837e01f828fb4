package hotline.node.view;

import hotline.node.ticket.Verdict;
import io.micronaut.serde.annotation.Serdeable;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** What a holder decided about a return, an extension or a reply. */
@Serdeable
public record VerdictView(
    boolean approved, @FreeText @Nullable String opinion, OffsetDateTime at, String by) {

  public static @Nullable VerdictView of(@Nullable Verdict verdict) {
    return verdict == null
        ? null
        : new VerdictView(
            verdict.approved(), verdict.opinion(), Times.local(verdict.at()), verdict.by().id());
  }
}
