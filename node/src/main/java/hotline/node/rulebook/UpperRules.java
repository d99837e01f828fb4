package hotline.node.rulebook;

import hotline.sync.Tx;
import java.util.List;
import java.util.Optional;

/** What the node above hands down, and what this node hands down itself. */
interface UpperRules {

  /** The text of the policy of the node above; empty at the top and while none has come. */
  Optional<String> parentPolicy(Tx tx);

  /** Hands this node's own policy down. */
  void publishPolicy(Tx tx, String text);

  /** What the nodes above have handed down of years' holidays, the nearest node's first. */
  List<HandedDownYear> calendars(Tx tx);

  /**
   * A year's holidays from above.
   *
   * @param days as {@link hotline.node.calendar.CalendarYear#text} writes them
   * @param source which document it is; never the same for another content
   */
  record HandedDownYear(int year, String days, String source) {}

  /** Hands what is known of a year's holidays down. */
  void publishCalendar(Tx tx, int year, String days);
}
