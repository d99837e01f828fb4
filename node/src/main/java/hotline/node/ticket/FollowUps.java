package hotline.node.ticket;

import hotline.node.calendar.Deadline;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All ratings, in order: the first and the final one both count somewhere, so none is overwritten.
 *
 * @param round how many answers the citizen has been given
 * @param askedAt when the last answer was given and the rating asked for
 * @param silentAt from when on silence counts as satisfied (SLA-10), null where it never does
 */
public record FollowUps(
    int round, @Nullable Instant askedAt, @Nullable Deadline silentAt, List<FollowUp> all) {

  static final FollowUps NONE = new FollowUps(0, null, null, List.of());

  public FollowUps {
    all = List.copyOf(all);
  }

  public Optional<FollowUp> first() {
    return all.stream().findFirst();
  }

  public Optional<FollowUp> last() {
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
  }

  /** The last rating of the answer given last, empty while it has not been rated. */
  public Optional<FollowUp> ofThisRound() {
    return last().filter(rating -> rating.round() == round);
  }

  /** Whether the answer given last was rated with a grade that does not pass. */
  public boolean dissatisfied() {
    return ofThisRound().filter(rating -> !rating.satisfaction().passes()).isPresent();
  }

  FollowUps asked(Instant at, @Nullable Deadline silentAt) {
    return new FollowUps(round + 1, at, silentAt, all);
  }

  FollowUps with(FollowUp rating) {
    List<FollowUp> longer = new ArrayList<>(all);
    longer.add(rating);
    return new FollowUps(round, askedAt, silentAt, longer);
  }
}
