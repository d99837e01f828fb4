package hotline.node.catalogue;

import hotline.node.reference.CatalogueCsv;
import hotline.node.reference.MatterCatalogue;
import hotline.node.store.CatalogueStore.CatalogueRow;

/** A version of the node's catalogue, read. */
record CatalogueVersion(CatalogueRow row, MatterCatalogue catalogue) {

  static CatalogueVersion of(CatalogueRow row) {
    return new CatalogueVersion(
        row, new MatterCatalogue(row.number(), CatalogueCsv.parse(row.content()).matters()));
  }

  int number() {
    return row.number();
  }

  /** Whether it was made here, and not handed down. */
  boolean isOwn() {
    return row.origin().isEmpty();
  }
}
