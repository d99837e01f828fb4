package hotline.district;

import hotline.node.HotlineNode;

/** Starts a node with the profile of a district. */
public final class DistrictNode {

  private DistrictNode() {}

  public static void main(String[] args) {
    HotlineNode.run(DistrictNode.class, "district", args);
  }
}
