package hotline.node.view;

import hotline.node.ticket.Assignee;
import io.micronaut.serde.annotation.Serdeable;

/** Something known by a code, with what people call it. */
@Serdeable
public record Named(String code, String name) {

  public static Named of(Assignee assignee) {
    return new Named(assignee.codeText(), assignee.name());
  }
}
