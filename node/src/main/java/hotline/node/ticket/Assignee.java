package hotline.node.ticket;

/** Who an order goes to: a handling unit of this node, or a neighbour node. */
public sealed interface Assignee permits UnitRef, NodeRef {

  /** The name that people know it by. */
  String name();

  /** The code as text. */
  String codeText();
}
