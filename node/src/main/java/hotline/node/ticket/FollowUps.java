package hotline.node.ticket;

import hotline.node.calendar.Deadline;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All ratings, in order, and what was done about those that do not pass: the first and the final
 * rating both count somewhere, so none is overwritten.
 *
 * @param round how many answers the citizen has been given
 * @param askedAt when the last answer was given and the rating asked for
 * @param sentAt when the last answer was sent to him by the platform, which is when the matter
 *     counts as handled (RVS-02); null while it has not been
 * @param silentAt from when on silence counts as satisfied (SLA-10), null where it never does
 * @param calls to dissatisfied citizens (RVS-07)
 * @param screenings of ratings that do not pass (RVS-11)
 * @param panel what the legal panel said (LIF-20)
 */
public record FollowUps(
    int round,
    @Nullable Instant askedAt,
    @Nullable Instant sentAt,
    @Nullable Deadline silentAt,
    List<FollowUp> all,
    List<FollowUpCall> calls,
    List<Screening> screenings,
    List<PanelOpinion> panel) {

  static final FollowUps NONE =
      new FollowUps(0, null, null, null, List.of(), List.of(), List.of(), List.of());

  public FollowUps {
    all = List.copyOf(all);
    calls = List.copyOf(calls);
    screenings = List.copyOf(screenings);
    panel = List.copyOf(panel);
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

  /** The screening that waits for a decision. */
  public Optional<Screening> pendingScreening() {
    return last(screenings).filter(screening -> screening.verdict() == null);
  }

  /** Whether the rating of a round has been left out of the rate. */
  public boolean screened(int round) {
    return screenings.stream().anyMatch(s -> s.round() == round && s.approved());
  }

  /** What the panel said about the answer given last. */
  public Optional<PanelOpinion> panelOfThisRound() {
    return last(panel).filter(opinion -> opinion.round() == round);
  }

  /** Calls to the citizen about the answer given last. */
  List<FollowUpCall> callsOfThisRound() {
    return calls.stream().filter(call -> call.round() == round).toList();
  }

  FollowUps asked(Instant at, @Nullable Deadline silentAt) {
    return new FollowUps(round + 1, at, null, silentAt, all, calls, screenings, panel);
  }

  FollowUps sent(Instant at) {
    return new FollowUps(round, askedAt, at, silentAt, all, calls, screenings, panel);
  }

  FollowUps with(FollowUp rating) {
    return new FollowUps(
        round, askedAt, sentAt, silentAt, longer(all, rating), calls, screenings, panel);
  }

  FollowUps with(FollowUpCall call) {
    return new FollowUps(
        round, askedAt, sentAt, silentAt, all, longer(calls, call), screenings, panel);
  }

  FollowUps with(Screening screening) {
    return new FollowUps(
        round, askedAt, sentAt, silentAt, all, calls, longer(screenings, screening), panel);
  }

  FollowUps with(PanelOpinion opinion) {
    return new FollowUps(
        round, askedAt, sentAt, silentAt, all, calls, screenings, longer(panel, opinion));
  }

  FollowUps screeningDecided(Verdict verdict) {
    List<Screening> decided = new ArrayList<>(screenings);
    decided.set(decided.size() - 1, decided.get(decided.size() - 1).decided(verdict));
    return new FollowUps(round, askedAt, sentAt, silentAt, all, calls, decided, panel);
  }

  private static <T> Optional<T> last(List<T> list) {
    return list.isEmpty() ? Optional.empty() : Optional.of(list.get(list.size() - 1));
  }

  private static <T> List<T> longer(List<T> list, T item) {
    List<T> longer = new ArrayList<>(list);
    longer.add(item);
    return longer;
  }
}
