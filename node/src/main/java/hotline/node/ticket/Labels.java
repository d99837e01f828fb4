package hotline.node.ticket;

import hotline.node.classification.Labelled;
import java.util.Collection;
import java.util.stream.Collectors;

/** Puts labels into sentences. */
final class Labels {

  private Labels() {}

  static String list(Collection<? extends Labelled> values) {
    return values.stream()
        .map(value -> "“" + value.label() + "”")
        .sorted()
        .collect(Collectors.joining("、"));
  }
}
