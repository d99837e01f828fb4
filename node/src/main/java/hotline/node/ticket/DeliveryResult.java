package hotline.node.ticket;

/** What became of the command that carried an order to another node. */
public sealed interface DeliveryResult {

  /** The other node has it. */
  record Arrived() implements DeliveryResult {}

  /** The other node refused it for good; {@code message} is its Chinese explanation. */
  record TurnedDown(String message) implements DeliveryResult {}

  /** A person here gave up delivering it. */
  record GivenUp(String reason) implements DeliveryResult {}
}
