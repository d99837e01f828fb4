package hotline.node.reference;

import java.util.Collection;
import java.util.Optional;

/** The handling units of this node as they are now. */
public interface Units {

  /** Those that work can be given to: first as listed at the start, then as they were added. */
  Collection<HandlingUnit> open();

  /** A unit, a closed one too: what it was given before stays with it. */
  Optional<HandlingUnit> find(String code);
}
