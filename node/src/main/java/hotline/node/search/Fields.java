package hotline.node.search;

/** The names of the index's fields. */
final class Fields {

  /** What the layout of the index is called; another number has every index built anew. */
  static final String SCHEMA = "1";

  static final String ID = "id";
  static final String ALIAS = "alias";
  static final String OWNER = "owner";
  static final String STATE = "state";
  static final String CATEGORY = "category";
  static final String URGENCY = "urgency";
  static final String CHANNEL = "channel";
  static final String REGION = "region";
  static final String MATTER = "matter";
  static final String UNIT = "unit";
  static final String ENTERPRISE = "enterprise";
  static final String REGISTERED = "registered";
  static final String DUE = "due";

  static final String TITLE = "title";
  static final String CONTENT = "content";
  static final String PLACE = "place";
  static final String REPLY = "reply";

  /** What stands for a region or a matter that a ticket does not name. */
  static final String NONE = "-";

  private Fields() {}

  /** A unit of a node: codes of units are the node's own. */
  static String unit(String node, String unit) {
    return node + "/" + unit;
  }
}
