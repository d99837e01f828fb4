package hotline.node.ticket;

import hotline.sync.NodeCode;

/** A node, with the name that it had at the time. */
public record NodeRef(NodeCode code, String name) implements Assignee {

  @Override
  public String codeText() {
    return code.value();
  }
}
