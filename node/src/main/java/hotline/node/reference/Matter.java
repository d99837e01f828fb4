package hotline.node.reference;

import hotline.node.classification.Domain;
import java.util.List;
import java.util.Optional;

/**
 * An entry of the catalogue of matters 事项 (CLS-06, CLS-11).
 *
 * @param path its place in the catalogue, from the top, separated by {@code /}
 * @param domain what part of government's work it belongs to (INT-10)
 * @param function what units it is attributed to (归口), at whatever node
 * @param unit the unit of the node whose catalogue it is, where the function does not tell
 * @param coFunctions what others have to do with it; their units help (DSP-02)
 * @param words by which an appeal about it can be recognised (CLS-08)
 */
public record Matter(
    String code,
    String path,
    Domain domain,
    String function,
    Optional<String> unit,
    List<String> coFunctions,
    List<String> words) {

  public Matter {
    coFunctions = List.copyOf(coFunctions);
    words = List.copyOf(words);
  }

  public String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
