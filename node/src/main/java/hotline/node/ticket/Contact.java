package hotline.node.ticket;

import hotline.node.classification.ContactResult;
import hotline.node.classification.ContactWay;
import java.time.Instant;

/**
 * That the assignee contacted the citizen, went to see him (LIF-16), or tried to (LIF-01, ACC-14).
 */
public record Contact(Instant at, Actor by, String note, ContactWay way, ContactResult result) {

  /** In a sentence. */
  String text() {
    return switch (way) {
          case VISIT -> "上门。";
          case CALL, OTHER, UNKNOWN -> "";
        }
        + switch (result) {
          case UNREACHED, WITHHELD -> result.label() + "。";
          case REACHED, UNKNOWN -> "";
        }
        + note;
  }
}
