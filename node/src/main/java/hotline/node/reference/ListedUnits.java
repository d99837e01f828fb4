package hotline.node.reference;

import hotline.node.NodeSettings;
import jakarta.inject.Singleton;
import java.util.List;

/** The handling units in the list that this node was started with. */
@Singleton
public final class ListedUnits {

  private final List<HandlingUnit> units;

  ListedUnits(NodeSettings settings) {
    this.units = ReferenceFiles.units(settings.getUnits());
  }

  /** In the order of the list; codes are unique. */
  public List<HandlingUnit> all() {
    return units;
  }
}
