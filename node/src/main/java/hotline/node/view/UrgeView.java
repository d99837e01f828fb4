package hotline.node.view;

import hotline.node.classification.UrgeKind;
import hotline.node.ticket.Urge;
import io.micronaut.serde.annotation.Serdeable;
import java.time.OffsetDateTime;

/** A reminder or a supervision notice. */
@Serdeable
public record UrgeView(UrgeKind kind, @FreeText String text, OffsetDateTime at, String by) {

  static UrgeView of(Urge urge) {
    return new UrgeView(urge.kind(), urge.text(), Times.local(urge.at()), urge.by().id());
  }
}
