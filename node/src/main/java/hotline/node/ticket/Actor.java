package hotline.node.ticket;

import hotline.node.classification.Role;
import hotline.sync.NodeCode;
import org.jspecify.annotations.Nullable;

/**
 * Who did something. Carries no personal name: the id is a user name of its node.
 *
 * @param id user name, node code, or {@code system}
 * @param role in which role a user acted, null for nodes and timers
 * @param unit the unit that the user acted for, if any
 */
public record Actor(Kind kind, String id, @Nullable Role role, @Nullable UnitCode unit) {

  /** What sort of actor it is. */
  public enum Kind {
    USER,
    NODE,
    SYSTEM,
    /** Another system, by its API client's id. */
    CLIENT,
    UNKNOWN
  }

  /** The node's own timers. */
  public static final Actor SYSTEM = new Actor(Kind.SYSTEM, "system", null, null);

  public static Actor user(String name, Role role) {
    return new Actor(Kind.USER, name, role, null);
  }

  public static Actor unitUser(String name, UnitCode unit) {
    return new Actor(Kind.USER, name, Role.UNIT_HANDLER, unit);
  }

  /** Another system that calls the HTTP interface. */
  public static Actor client(String id) {
    return new Actor(Kind.CLIENT, id, null, null);
  }

  /** A neighbour whose command is carried out. */
  public static Actor node(NodeCode node) {
    return new Actor(Kind.NODE, node.value(), null, null);
  }
}
