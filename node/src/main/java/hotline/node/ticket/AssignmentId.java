package hotline.node.ticket;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The place of an assignment in the tree under its ticket: each holder numbers the orders that it
 * places, so {@code 621000-20261121-000042/1/2} is the second order that was placed from the first
 * order of the ticket.
 */
public record AssignmentId(TicketId ticket, List<Integer> path) {

  private static final int MAX_DEPTH = 16;
  private static final Pattern STEP = Pattern.compile("[1-9][0-9]{0,8}");

  public AssignmentId {
    path = List.copyOf(path);
    if (path.isEmpty() || path.size() > MAX_DEPTH) {
      throw new IllegalArgumentException("派办层级应为 1 至 " + MAX_DEPTH + "，收到 " + path.size());
    }
    for (int step : path) {
      if (step < 1) {
        throw new IllegalArgumentException("派办序号应大于 0，收到 " + path);
      }
    }
  }

  public static AssignmentId of(TicketId ticket, int number) {
    return new AssignmentId(ticket, List.of(number));
  }

  /**
   * Reads the form that {@link #toString} writes.
   *
   * @throws IllegalArgumentException with a Chinese message naming what was given
   */
  public static AssignmentId parse(String text) {
    String[] parts = text.split("/", -1);
    TicketId ticket = TicketId.parse(parts[0]);
    List<Integer> path = new ArrayList<>();
    for (int i = 1; i < parts.length; i++) {
      if (!STEP.matcher(parts[i]).matches()) {
        throw new IllegalArgumentException("派办编号应形如 621000-20261121-000042/1/2，收到“" + text + "”");
      }
      path.add(Integer.valueOf(parts[i]));
    }
    return new AssignmentId(ticket, path);
  }

  /** The id of the order with this number that is placed from here. */
  public AssignmentId child(int number) {
    List<Integer> longer = new ArrayList<>(path);
    longer.add(number);
    return new AssignmentId(ticket, longer);
  }

  /** The assignment that holds this one's order; empty when the ticket itself holds it. */
  public Optional<AssignmentId> holder() {
    return path.size() == 1
        ? Optional.empty()
        : Optional.of(new AssignmentId(ticket, path.subList(0, path.size() - 1)));
  }

  /** Its number among the orders of its holder. */
  public int number() {
    return path.get(path.size() - 1);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(ticket.toString());
    path.forEach(step -> text.append('/').append(step));
    return text.toString();
  }
}
