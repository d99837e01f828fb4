package hotline.node.ticket;

import hotline.node.calendar.Deadline;

/** A deadline that has come near or has passed without what it is about having happened. */
public record Alarm(Watch watch, Stage stage, Deadline deadline) {

  /** How far it has come. */
  public enum Stage {
    NEAR,
    PASSED
  }
}
