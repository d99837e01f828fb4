package hotline.node.ticket;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The orders that a holder has placed, in the order of their numbers.
 *
 * @param all numbered 1, 2, 3 …; none is ever removed
 * @param meetings about who gets the work, in order (DSP-04, DSP-08)
 */
public record Orders(List<Order> all, List<JointMeeting> meetings) {

  public static final Orders NONE = new Orders(List.of(), List.of());

  public Orders {
    all = List.copyOf(all);
    meetings = List.copyOf(meetings);
  }

  public Optional<Order> find(AssignmentId id) {
    return all.stream().filter(order -> order.assignment().equals(id)).findFirst();
  }

  /** Those that still count. */
  public List<Order> live() {
    return all.stream().filter(order -> order.state().live()).toList();
  }

  public Optional<Order> liveLead() {
    return live().stream().filter(Order::isLead).findFirst();
  }

  /** Whether something is out whose answer has not been accepted yet. */
  public boolean outstanding() {
    return live().stream().anyMatch(order -> order.state() != OrderState.ACCEPTED);
  }

  /** Whether all that was sent out has come back and been accepted, the lead's answer included. */
  public boolean settled() {
    return !outstanding() && liveLead().isPresent();
  }

  int nextNumber() {
    return all.size() + 1;
  }

  Orders with(List<Order> placed) {
    List<Order> longer = new ArrayList<>(all);
    longer.addAll(placed);
    return new Orders(longer, meetings);
  }

  Orders change(AssignmentId id, UnaryOperator<Order> change) {
    return new Orders(
        all.stream()
            .map(order -> order.assignment().equals(id) ? change.apply(order) : order)
            .toList(),
        meetings);
  }

  /** The meeting that has been called and has not decided yet. */
  public Optional<JointMeeting> openMeeting() {
    return meetings.isEmpty()
        ? Optional.empty()
        : Optional.of(meetings.get(meetings.size() - 1)).filter(m -> m.decided() == null);
  }

  Orders convened(JointMeeting meeting) {
    List<JointMeeting> longer = new ArrayList<>(meetings);
    longer.add(meeting);
    return new Orders(all, longer);
  }

  Orders decided(JointMeeting.Designation designation) {
    List<JointMeeting> changed = new ArrayList<>(meetings);
    int last = changed.size() - 1;
    changed.set(last, changed.get(last).decided(designation));
    return new Orders(all, changed);
  }
}
