package hotline.node.ticket;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The orders that a holder has placed, in the order of their numbers.
 *
 * @param all numbered 1, 2, 3 …; none is ever removed
 */
public record Orders(List<Order> all) {

  public static final Orders NONE = new Orders(List.of());

  public Orders {
    all = List.copyOf(all);
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
    return new Orders(longer);
  }

  Orders change(AssignmentId id, UnaryOperator<Order> change) {
    return new Orders(
        all.stream()
            .map(order -> order.assignment().equals(id) ? change.apply(order) : order)
            .toList());
  }
}
