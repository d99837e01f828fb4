package hotline.province;

import hotline.node.HotlineNode;

/** Starts a node with the profile of a province. */
public final class ProvinceNode {

  private ProvinceNode() {}

  public static void main(String[] args) {
    HotlineNode.run(ProvinceNode.class, "province", args);
  }
}
