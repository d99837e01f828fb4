package hotline.node.ticket;

/** A handling unit, with the name that it had at the time. */
public record UnitRef(UnitCode code, String name) implements Assignee {

  @Override
  public String codeText() {
    return code.value();
  }
}
