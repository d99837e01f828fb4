package hotline.node.line;

import hotline.node.classification.MergeMode;
import hotline.node.ticket.Actor;
import hotline.node.ticket.NodeRef;
import hotline.node.ticket.UnitRef;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A hotline number 热线号码, as the node that merges it keeps it.
 *
 * @param department whose hotline it is; it handles what comes in where the mode says so
 * @param node the node that it has become as a sub-center
 * @param managers who manages its agents, the leading body first (TOP-13, TOP-34)
 * @param transition the voice prompt for callers, and until when (TOP-10)
 * @param establishedOn since when the number has been in use
 * @param history every change of the mode, oldest first
 */
public record Line(
    LineNumber number,
    long version,
    NodeRef owner,
    String name,
    String purpose,
    MergeMode mode,
    @Nullable UnitRef department,
    @Nullable NodeRef node,
    boolean roundTheClock,
    List<Manager> managers,
    @Nullable Transition transition,
    LocalDate establishedOn,
    Instant registeredAt,
    @Nullable Instant cancelledAt,
    List<ModeChange> history) {

  public Line {
    managers = List.copyOf(managers);
    history = List.copyOf(history);
  }

  /** A body that manages the line's agents. */
  public record Manager(String body, boolean leads) {}

  /** While callers get used to it. */
  public record Transition(String prompt, Instant until) {

    public boolean lasts(Instant now) {
      return now.isBefore(until);
    }
  }

  /**
   * @param basis the decision of the authorities that it follows
   */
  public record ModeChange(MergeMode from, MergeMode to, Instant at, Actor by, String basis) {}

  /** The same at every node. */
  public String id() {
    return id(owner, number);
  }

  public static String id(NodeRef owner, LineNumber number) {
    return owner.codeText() + ":" + number;
  }

  public boolean cancelled() {
    return cancelledAt != null;
  }

  Line named(String name, String purpose) {
    return new Line(
        number,
        version + 1,
        owner,
        name,
        purpose,
        mode,
        department,
        node,
        roundTheClock,
        managers,
        transition,
        establishedOn,
        registeredAt,
        cancelledAt,
        history);
  }

  Line managedBy(List<Manager> managers) {
    return new Line(
        number,
        version + 1,
        owner,
        name,
        purpose,
        mode,
        department,
        node,
        roundTheClock,
        managers,
        transition,
        establishedOn,
        registeredAt,
        cancelledAt,
        history);
  }

  Line prompting(@Nullable Transition transition) {
    return new Line(
        number,
        version + 1,
        owner,
        name,
        purpose,
        mode,
        department,
        node,
        roundTheClock,
        managers,
        transition,
        establishedOn,
        registeredAt,
        cancelledAt,
        history);
  }

  Line cancelled(Instant at) {
    return new Line(
        number,
        version + 1,
        owner,
        name,
        purpose,
        mode,
        department,
        node,
        roundTheClock,
        managers,
        null,
        establishedOn,
        registeredAt,
        at,
        history);
  }

  Line merged(
      String name,
      ModeChange change,
      @Nullable UnitRef department,
      @Nullable NodeRef node,
      boolean roundTheClock,
      List<Manager> managers,
      @Nullable Transition transition) {
    List<ModeChange> changes = new ArrayList<>(history);
    changes.add(change);
    return new Line(
        number,
        version + 1,
        owner,
        name,
        purpose,
        change.to(),
        department,
        node,
        roundTheClock,
        managers,
        transition,
        establishedOn,
        registeredAt,
        cancelledAt,
        changes);
  }
}
