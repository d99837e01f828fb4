package hotline.node.view;

import hotline.node.ticket.JointMeeting;
import hotline.node.ticket.Orders;
import io.micronaut.serde.annotation.Serdeable;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A joint meeting about who has to handle the matter.
 *
 * @param outcome null until it has decided
 */
@Serdeable
public record MeetingView(
    @FreeText String reason,
    List<String> participants,
    OffsetDateTime convenedAt,
    String by,
    @FreeText @Nullable String outcome,
    @Nullable OffsetDateTime decidedAt) {

  static List<MeetingView> of(Orders orders) {
    return orders.meetings().stream().map(MeetingView::of).toList();
  }

  private static MeetingView of(JointMeeting meeting) {
    JointMeeting.Designation decided = meeting.decided();
    return new MeetingView(
        meeting.reason(),
        meeting.participants(),
        Times.local(meeting.convenedAt()),
        meeting.by().id(),
        decided == null ? null : decided.outcome(),
        decided == null ? null : Times.local(decided.at()));
  }
}
