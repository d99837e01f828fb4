package hotline.local.demo.scenario;

/** An order as it is posted. */
record OrderDraft(Assignee assignee, String role) {

  record Assignee(String kind, String code) {}

  static OrderDraft node(String code, String role) {
    return new OrderDraft(new Assignee("NODE", code), role);
  }

  static OrderDraft unit(String code, String role) {
    return new OrderDraft(new Assignee("UNIT", code), role);
  }

  boolean lead() {
    return role.equals("LEAD");
  }

  boolean toNode() {
    return assignee.kind().equals("NODE");
  }
}
