package hotline.testkit;

import hotline.node.Tier;
import org.jspecify.annotations.Nullable;

/**
 * A node that a network is to have.
 *
 * @param code as in ids, such as {@code 621000}
 * @param parent the code of the node above, null at the top
 * @param policy the name of its policy, null for the one of its profile
 * @param receiver whether it takes nothing in but what is dispatched to it
 * @param masked whether its parent sees nothing of persons
 */
public record NodeSpec(
    String code,
    String name,
    Tier tier,
    @Nullable String parent,
    @Nullable String policy,
    boolean receiver,
    boolean masked) {

  NodeSpec under(@Nullable String otherPolicy) {
    return new NodeSpec(code, name, tier, parent, otherPolicy, receiver, masked);
  }

  NodeSpec receiving() {
    return new NodeSpec(code, name, tier, parent, policy, true, masked);
  }

  NodeSpec maskedUpward() {
    return new NodeSpec(code, name, tier, parent, policy, receiver, true);
  }

  String kind() {
    return receiver ? "RECEIVER" : tier == Tier.SUB_CENTER ? "SUB_CENTER" : "CENTER";
  }

  /** The profile that the tier's program runs under. */
  String profile() {
    return switch (tier) {
      case PROVINCE -> "province";
      case CITY -> "city";
      case DISTRICT -> "district";
      case SUB_CENTER -> "sub-center";
    };
  }

  /** The program of the tier; a sub-center runs the district's. */
  String mainClass() {
    return switch (tier) {
      case PROVINCE -> "hotline.province.ProvinceNode";
      case CITY -> "hotline.city.CityNode";
      case DISTRICT, SUB_CENTER -> "hotline.district.DistrictNode";
    };
  }
}
