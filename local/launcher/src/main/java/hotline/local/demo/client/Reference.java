package hotline.local.demo.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one needs to know of a node to work there. */
public record Reference(
    NodeRef node, @Nullable Ref parent, List<Ref> children, List<Unit> units, List<Ref> regions) {

  /** A handling unit; {@code parent} is the code of the unit that it is reached through. */
  public record Unit(String code, String name, @Nullable String parent) {}

  /** The units that can be dispatched to directly. */
  public List<Ref> topUnits() {
    return units.stream()
        .filter(unit -> unit.parent() == null)
        .map(unit -> new Ref(unit.code(), unit.name()))
        .toList();
  }
}
