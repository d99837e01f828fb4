package hotline.node.ticket;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A joint meeting about who has to handle a matter that nobody, or everybody, claims (DSP-04,
 * DSP-08).
 *
 * @param participants who was called, by name
 * @param decided null until it has designated somebody
 */
public record JointMeeting(
    String reason,
    List<String> participants,
    Instant convenedAt,
    Actor by,
    @Nullable Designation decided) {

  /** What a meeting came to. */
  public record Designation(String outcome, Instant at, Actor by) {}

  public JointMeeting {
    participants = List.copyOf(participants);
  }

  JointMeeting decided(Designation designation) {
    return new JointMeeting(reason, participants, convenedAt, by, designation);
  }
}
