package hotline.node.catalogue;

import hotline.node.reference.CatalogueCsv;
import hotline.node.reference.MatterCatalogue;

/**
 * A catalogue on its way to the nodes below: where it comes from in the first line, then the
 * matters by their functions, since the units below are others.
 */
record HandedDownCatalogue(String source, String content) {

  static HandedDownCatalogue of(String source, MatterCatalogue catalogue) {
    return new HandedDownCatalogue(
        source, CatalogueCsv.withoutUnits(catalogue.matters().stream().toList()));
  }

  /**
   * @throws IllegalArgumentException when it is none
   */
  static HandedDownCatalogue read(String text) {
    int end = text.indexOf('\n');
    if (end < 0) {
      throw new IllegalArgumentException("a catalogue of one line");
    }
    HandedDownCatalogue read =
        new HandedDownCatalogue(text.substring(0, end), text.substring(end + 1));
    CatalogueCsv.Parsed parsed = CatalogueCsv.parse(read.content());
    if (!parsed.problems().isEmpty()) {
      throw new IllegalArgumentException(String.valueOf(parsed.problems().get(0)));
    }
    return read;
  }

  String text() {
    return source.replace('\n', ' ') + '\n' + content;
  }
}
