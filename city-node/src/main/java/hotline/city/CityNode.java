package hotline.city;

import hotline.node.HotlineNode;

/** Starts a node with the profile of a city. */
public final class CityNode {

  private CityNode() {}

  public static void main(String[] args) {
    HotlineNode.run(CityNode.class, "city", args);
  }
}
