package hotline.node.policy;

/**
 * Which version of which policy.
 *
 * @param version the number that the node gave it; 0 for one that only comes with the program
 */
public record PolicyRef(String name, int version) {

  @Override
  public String toString() {
    return version == 0 ? name : name + " 第" + version + "版";
  }
}
