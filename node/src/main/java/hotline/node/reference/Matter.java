package hotline.node.reference;

/**
 * An entry of the catalogue of matters 事项 (CLS-06).
 *
 * @param path its place in the catalogue, from the top, separated by {@code /}
 * @param function what units it is attributed to
 */
public record Matter(String code, String path, String function) {

  public String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
