package hotline.local.demo.appeal;

/** A node at which appeals come in. {@code tier} as the node's API names it, in lower case. */
public record IntakeNode(String code, String tier) {

  boolean isProvince() {
    return tier.equals("province");
  }
}
