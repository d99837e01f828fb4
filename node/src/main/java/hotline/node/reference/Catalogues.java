package hotline.node.reference;

import java.util.Optional;

/** The versions of the node's catalogue of matters (CLS-07). */
public interface Catalogues {

  /** The one that holds now. */
  MatterCatalogue current();

  /** The one with a number, whether it still holds or not; 0 is the one of the program. */
  Optional<MatterCatalogue> version(int number);
}
