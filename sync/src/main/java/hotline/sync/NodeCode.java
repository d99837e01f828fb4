package hotline.sync;

import java.util.regex.Pattern;

/**
 * The code by which a node is known in the whole network: the six digits of its administrative
 * region, and for a sub-center or a further node of the same region a capital letter and two digits
 * after them ({@code 621000F01}).
 */
public record NodeCode(String value) implements Comparable<NodeCode> {

  private static final Pattern FORM = Pattern.compile("[0-9]{6}([A-Z][0-9]{2})?");

  public NodeCode {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "node code '"
              + value
              + "': expected six digits, or six digits, a capital letter and two digits");
    }
  }

  public static NodeCode of(String value) {
    return new NodeCode(value);
  }

  @Override
  public int compareTo(NodeCode other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
