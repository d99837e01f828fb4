package hotline.node.ticket;

import org.jspecify.annotations.Nullable;

/**
 * What goes with an order besides the ticket.
 *
 * @param supervisor the department that supervises a public utility's handling (DSP-05)
 * @param designation what a joint meeting decided, for work that cannot be given back (DSP-08)
 * @param phoned that the assignee was called by telephone as well, and what was said (DSP-11)
 */
public record Briefing(
    @Nullable UnitRef supervisor, @Nullable String designation, @Nullable String phoned) {

  public static final Briefing NONE = new Briefing(null, null, null);

  Briefing phoned(String note) {
    return new Briefing(supervisor, designation, note);
  }
}
