package hotline.node.supervision;

import hotline.node.classification.SupervisionState;
import hotline.node.ticket.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far a supervision has come.
 *
 * @param escalated when it was handed to the attention of the node above
 * @param ended how it was closed or lifted
 */
public record Course(
    SupervisionState state,
    List<Explanation> explanations,
    List<Session> sessions,
    List<Accountability> accountabilities,
    @Nullable Remark escalated,
    @Nullable Remark ended) {

  static final Course BEGUN =
      new Course(SupervisionState.ISSUED, List.of(), List.of(), List.of(), null, null);

  public Course {
    explanations = List.copyOf(explanations);
    sessions = List.copyOf(sessions);
    accountabilities = List.copyOf(accountabilities);
  }

  public Optional<Explanation> lastExplanation() {
    return explanations.isEmpty()
        ? Optional.empty()
        : Optional.of(explanations.get(explanations.size() - 1));
  }

  Course explained(Explanation explanation) {
    return new Course(
        SupervisionState.EXPLAINED,
        longer(explanations, explanation),
        sessions,
        accountabilities,
        escalated,
        ended);
  }

  Course judged(Verdict verdict) {
    List<Explanation> all = new ArrayList<>(explanations);
    all.set(all.size() - 1, all.get(all.size() - 1).judged(verdict));
    return new Course(
        verdict.approved() ? SupervisionState.ACCEPTED : SupervisionState.ISSUED,
        all,
        sessions,
        accountabilities,
        escalated,
        ended);
  }

  Course held(Session session) {
    return new Course(
        state, explanations, longer(sessions, session), accountabilities, escalated, ended);
  }

  Course with(Accountability accountability) {
    return new Course(
        state, explanations, sessions, longer(accountabilities, accountability), escalated, ended);
  }

  Course escalated(Remark remark) {
    return new Course(state, explanations, sessions, accountabilities, remark, ended);
  }

  Course ended(SupervisionState how, Remark remark) {
    return new Course(how, explanations, sessions, accountabilities, escalated, remark);
  }

  private static <T> List<T> longer(List<T> list, T item) {
    List<T> longer = new ArrayList<>(list);
    longer.add(item);
    return longer;
  }
}
