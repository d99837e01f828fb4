package hotline.node.ticket;

import hotline.node.classification.ClosureKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How and when the ticket came to its end. */
public record Closure(ClosureKind kind, Instant at, Actor by, @Nullable String note) {

  String text() {
    return kind.label() + Happening.after("：", note);
  }
}
